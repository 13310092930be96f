namespace SonraiControlTower;

/// <summary>A function is there and can be called.</summary>
/// <param name="name">What is looked at.</param>
/// <param name="function">Its name, as the stack tells it.</param>
internal sealed class FunctionCheck(string name, Func<SonraiIntegration, string?> function) : ICheck
{
    private const string Remedy = "Run Update-SonraiIntegration, which brings the functions back as they shall be.";

    public string Name => name;

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        if (function(integration.Stack) is not { } called)
        {
            return IntegrationCheck.Fail(Name, "The stack names no such function.", Remedy);
        }

        var lambda = await integration.Aws.OpenLambdaAsync(integration.Access, cancellationToken).ConfigureAwait(false);
        var found = await lambda.GetFunctionAsync(called, cancellationToken).ConfigureAwait(false);
        return found switch
        {
            null => IntegrationCheck.Fail(Name, $"There is no function '{called}'.", Remedy),
            { State: null or "Active" or "Inactive" } => IntegrationCheck.Pass(Name, $"It is there and runs on {found.Runtime}."),
            { State: "Pending" } => IntegrationCheck.Warn(Name, $"'{called}' is being made.", "Wait some seconds, then look again."),
            _ => IntegrationCheck.Fail(Name, $"'{called}' is {found.State}: {found.StateReason}", Remedy),
        };
    }
}
