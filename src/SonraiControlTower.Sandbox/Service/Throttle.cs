using System.Collections.Concurrent;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// TooManyRequestsException and what the AWS SDK makes of it: in its
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">standard mode</see> three attempts, with a pause
/// that doubles and never exceeds 20 seconds.
/// </summary>
internal sealed class Throttle(RequestRate rate, TimeProvider clock, RequestCounts? counts = null, Func<string, bool>? isForced = null)
{
    private const int Attempts = 3;
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(20);

    // The SDK draws the first pause from 0 to 1 second. Its mean will do: chance is there to part a herd of machines, and here is one.
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(0.5);
    private readonly ConcurrentDictionary<string, TokenBucket> _buckets = new();

    /// <summary>Lets one call of an operation pass, at once or after a pause.</summary>
    /// <exception cref="SonraiException"><c>AwsThrottled</c> after the last attempt.</exception>
    public async ValueTask PassAsync(string operation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var bucket = _buckets.GetOrAdd(operation, _ => new TokenBucket(rate, clock));
        var pause = _firstPause;

        counts?.Count(operation);
        for (var attempt = 1; isForced?.Invoke(operation) == true || !bucket.TryTake(); attempt++)
        {
            if (attempt == Attempts)
            {
                throw new SonraiException(AwsProblems.Throttled(operation));
            }

            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
            counts?.Count(operation);
        }
    }
}
