namespace SonraiControlTower;

/// <summary>The stack came to a good end.</summary>
internal sealed class StackCheck : ICheck
{
    public string Name => "Stack";

    public Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        var stack = integration.Stack;
        var evidence = $"'{stack.StackName}' in {stack.Region} is {stack.Status}{(stack.StatusReason is { } reason ? $": {reason}" : string.Empty)}";
        return Task.FromResult(
            StackStatus.IsGood(stack.Status) ? IntegrationCheck.Pass(Name, evidence)
            : StackStatus.IsInProgress(stack.Status) ? IntegrationCheck.Warn(Name, evidence, "Wait until CloudFormation is done, then look again.")
            : stack.Status == StackStatus.UpdateRollbackComplete
                ? IntegrationCheck.Warn(Name, evidence, "The last update was taken back; mend what its events name, then run Update-SonraiIntegration.")
                : IntegrationCheck.Fail(Name, evidence, "Mend what the stack's events name, then run Install-SonraiIntegration again."));
    }
}
