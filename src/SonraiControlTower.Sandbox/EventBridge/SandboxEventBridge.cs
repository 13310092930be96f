namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="RuleService"/>, in one region.</summary>
internal sealed class SandboxEventBridge(RuleService rules, ServiceDesk desk, string region) : IEventBridge
{
    public Task<EventRule?> DescribeRuleAsync(string name, CancellationToken cancellationToken) =>
        desk.AskAsync("DescribeRule", caller => rules.Describe(caller, region, name), cancellationToken);

    public IAsyncEnumerable<EventTarget> ListTargetsByRuleAsync(string name, CancellationToken cancellationToken) =>
        desk.ListAsync("ListTargetsByRule", caller => rules.Targets(caller, region, name), cancellationToken);
}
