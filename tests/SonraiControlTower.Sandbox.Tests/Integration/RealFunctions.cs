using System.Collections.Concurrent;
using SonraiControlTower.Engine;

namespace SonraiControlTower.Sandbox.Tests.Integration;

/// <summary>The functions of the integration themselves, at work in the sandbox with the keys of their roles, and with the local engine for Dig.</summary>
internal sealed class RealFunctions
{
    private readonly FunctionClock _clock;

    public RealFunctions(IntegrationCloud cloud)
    {
        Cloud = cloud;
        _clock = new FunctionClock(cloud.Cloud.Clock);
        Dig = new LocalDig(LandingZone.Tenant, [cloud.Zone.Collector], cloud.Cloud.Clock);
        cloud.Zone.FunctionCode = (call, stop) =>
            IntegrationFunctions.RunAsync(call.Handler, call.Environment, call.Payload, new Host(this, call), stop);
    }

    public IntegrationCloud Cloud { get; }

    public LocalDig Dig { get; }

    /// <summary>What the functions wrote to their logs.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>Deploys the stack with a token that is good.</summary>
    public async Task<CloudFormationStack> DeployAsync(params (string Key, string Value)[] parameters)
    {
        var made = await Dig.Tokens.CreateAsync("First", TimeSpan.FromDays(30), default);
        var stack = await Cloud.DeployAsync([(IntegrationParameters.SonraiAPIToken, made.Secret.Reveal()), .. parameters]);
        stack.Status.ShouldBe(StackStatus.CreateComplete, await ReasonAsync(stack));
        return stack;
    }

    private async Task<string?> ReasonAsync(CloudFormationStack stack)
    {
        var failed = await Cloud.Stacks.ListEventsAsync(stack.Id, default).LastOrDefaultAsync(one => one.Status?.EndsWith("_FAILED", StringComparison.Ordinal) == true);
        return $"{failed?.LogicalId}: {failed?.StatusReason}{Environment.NewLine}{string.Join(Environment.NewLine, Log)}";
    }

    /// <summary>How often each account is registered.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RegisteredAsync() =>
        (await Dig.CloudAccounts.ListAsync(Cloud.Zone.Collector, default).ToListAsync()).CountBy(account => account.AccountId).ToDictionary();

    /// <summary>What a role of the template was asked for, and what it grants.</summary>
    public async Task<(IReadOnlyList<AskedAction> Asked, IReadOnlyList<string> Granted)> RightsAsync(string role, string policy)
    {
        var resources = await Cloud.Stacks.ListResourcesAsync(IntegrationCloud.Stack, default).ToListAsync();
        var name = resources.Single(one => one.LogicalId == role).PhysicalId!;
        var inline = await Cloud.Cloud.Iam().IdentityPolicies.GetInlineAsync(IamIdentity.Role(name), policy, default);
        return ([.. Cloud.Zone.Asked.Where(one => one.Principal.Contains(name, StringComparison.Ordinal))], [.. PolicyActions.Of(inline!.Document)]);
    }

    /// <summary>Every pause of a function is over at once, having moved the landing zone's clock on; its deadline never comes.</summary>
    private sealed class FunctionClock(FakeTimeProvider clock) : TimeProvider
    {
        private static readonly TimeSpan _deadlines = TimeSpan.FromMinutes(1);

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new PauseTimer(clock, callback, state);
            timer.Change(dueTime, period);
            return timer;
        }

        private sealed class PauseTimer(FakeTimeProvider clock, TimerCallback callback, object? state) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                if (dueTime >= TimeSpan.Zero && dueTime < _deadlines)
                {
                    clock.Advance(dueTime);
                    ThreadPool.QueueUserWorkItem(_ => callback(state));
                }

                return true;
            }

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }

    private sealed class Host(RealFunctions functions, FunctionCall call) : IFunctionHost
    {
        public IAws Aws => functions.Cloud.Cloud.Aws;

        public AwsAccess Access => call.Access;

        public TimeProvider Clock => functions._clock;

        public IDig OpenDig(ApiToken token, Uri? endpoint) => functions.Dig.As(token);

        public Task AnswerAsync(Uri responseUrl, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
        {
            call.Answer(responseUrl, body);
            return Task.CompletedTask;
        }

        public void Log(string line) => functions.Log.Enqueue(line);
    }
}
