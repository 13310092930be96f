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

    public static Problem NeedsTenant { get; } = new(
        "IntegrationNeedsTenant",
        "This session has no tenant that functions at AWS could reach: its engine is on this machine alone.",
        "Connect with a tenant's token, or with -Sandbox to try it out. Without a tenant, Install-SonraiCollectorRole and Sync-SonraiAccount do the same from here.",
        ProblemKind.NotConnected);

    public static Problem NotTheManagementAccount(AccountId account, string management) => new(
        "NotTheManagementAccount",
        $"These credentials are of account '{account}'; the integration is set up in the organization's management account '{management}'.",
        "Use credentials of the management account.",
        ProblemKind.NotConnected)
    { Target = account.ToString() };

    public static Problem NotInstalled(string stackName, string region) => new(
        "IntegrationNotInstalled",
        $"There is no integration stack '{stackName}' in {region}.",
        "Set it up with Install-SonraiIntegration, or say -StackName and -Region of the one there is.",
        ProblemKind.NotFound)
    { Target = stackName };

    public static Problem ValueMissing(string name, string parameter) => new(
        "IntegrationValueMissing",
        $"The integration needs a value for '{name}', and none could be found out.",
        $"Give it with {parameter}.",
        ProblemKind.InvalidInput)
    { Target = name };

    public static Problem Failed(string stackName, string what, string why) => new(
        "IntegrationFailed",
        $"The stack '{stackName}' could not be brought to what was asked; {what} failed first: {why}",
        "Mend what AWS names, then run the same command again: it goes on from how things are.",
        ProblemKind.Conflict)
    { Target = stackName };

    public static Problem RotationNotFinished(string secret) => new(
        "RotationNotFinished",
        $"The rotation of '{secret}' was begun and has not come to its end.",
        "Look into the log of the RotateCredentials function, which says at which step it fails; Secrets Manager tries again by itself. The old token stays in use.",
        ProblemKind.Conflict)
    { Target = secret };

    public static Problem PackageMissing(string file) => new(
        "PackageMissing",
        $"The functions' code '{file}' does not lie beside the module.",
        "Install the module whole, or build it with './build.ps1 -Task Package'.",
        ProblemKind.NotFound)
    { Target = file };

    public static Problem FileExists(string file) => new(
        "FileExists",
        $"The file '{file}' is there already, and was left as it is.",
        "Say -Force to overwrite it, or give another -Destination.",
        ProblemKind.Conflict)
    { Target = file };

    public static Problem ExternalIdUnknown(string roleName) => new(
        "ExternalIdUnknown",
        $"The external id is not known: the management account has no role '{roleName}' that asks the collector for one.",
        "Run Update-SonraiIntegration, which brings the role back as it shall be.",
        ProblemKind.NotFound)
    { Target = roleName };
}
