namespace SonraiControlTower;

/// <summary>A rule is enabled and sends what it takes where it shall.</summary>
/// <param name="name">What is looked at.</param>
/// <param name="rule">The rule's name, as the stack tells it.</param>
/// <param name="target">What the ARN of its target ends with, as the stack tells it.</param>
internal sealed class RuleCheck(string name, Func<SonraiIntegration, string?> rule, Func<SonraiIntegration, string?> target) : ICheck
{
    public string Name => name;

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        const string Mend = "Run Update-SonraiIntegration, which brings the rule back as it shall be.";
        if (rule(integration.Stack) is not { } called || target(integration.Stack) is not { } wanted)
        {
            return IntegrationCheck.Fail(Name, "The stack names no such rule.", Mend);
        }

        var events = await integration.Aws.OpenEventBridgeAsync(integration.Access, cancellationToken).ConfigureAwait(false);
        var found = await events.DescribeRuleAsync(called, cancellationToken).ConfigureAwait(false);
        if (found is not { IsEnabled: true })
        {
            return found is null
                ? IntegrationCheck.Fail(Name, $"There is no rule '{called}'.", Mend)
                : IntegrationCheck.Fail(Name, $"The rule '{called}' is {found.State}.", $"Enable it (aws events enable-rule --name {called}).");
        }

        var targets = await events.ListTargetsByRuleAsync(called, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return targets.Exists(one => one.Arn.Split(':')[^1] == wanted)
            ? IntegrationCheck.Pass(Name, $"It is enabled and sends to '{wanted}'.")
            : IntegrationCheck.Fail(Name, $"The rule '{called}' does not send to '{wanted}'.", Mend);
    }
}
