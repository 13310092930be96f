using Polly;
using Polly.Retry;

namespace SonraiControlTower.Dig;

/// <summary>
/// When a request is sent again. A mutation is, only where surely nothing was executed; a query, also where its answer was lost. Dig's rate
/// limit is not public: a <c>Retry-After</c> is honoured, else pauses grow from two seconds.
/// </summary>
internal static class RetryRules
{
    private const int MostTries = 6;

    /// <summary>A wrong address or a dead network should be told of in seconds, a rate limit is worth patience.</summary>
    private const int MostTriesWithoutAnswer = 3;

    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(10);

    public static ResiliencePipeline<Reply> For(bool isQuery, TimeProvider clock) =>
        new ResiliencePipelineBuilder<Reply> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Reply>
            {
                MaxRetryAttempts = MostTries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = _firstPause,
                DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.Failure?.RetryAfter),
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Result?.Failure is { } failure && IsWorthAnother(failure, arguments.AttemptNumber + 1, isQuery)),
            })
            .Build();

    private static bool IsWorthAnother(Failure failure, int tries, bool isQuery) =>
        !(failure.RetryAfter > _longestPause) && failure.Kind switch
        {
            FailureKind.Throttled => true,
            FailureKind.NeverSent => tries < MostTriesWithoutAnswer,
            FailureKind.Lost => isQuery && tries < MostTriesWithoutAnswer,
            _ => false,
        };
}
