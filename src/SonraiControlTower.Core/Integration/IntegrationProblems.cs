namespace SonraiControlTower;

/// <summary>What can be wrong with the integration stack and its functions.</summary>
public static class IntegrationProblems
{
    public static Problem SettingMissing(string name) => new(
        "FunctionSettingMissing",
        $"The function's environment has no '{name}'.",
        "Set the stack up with Install-SonraiIntegration, or bring it up to date with Update-SonraiIntegration; the template sets every variable.",
        ProblemKind.NotConnected);

    public static Problem SettingUnusable(string name, string why) => new(
        "FunctionSettingUnusable",
        $"The function's environment has a '{name}' that cannot be used: {why}.",
        "Bring the stack up to date with Update-SonraiIntegration; the template sets every variable.",
        ProblemKind.InvalidInput);
}
