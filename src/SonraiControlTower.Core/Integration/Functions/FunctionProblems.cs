namespace SonraiControlTower;

/// <summary>What the functions of the integration can refuse, or fail at.</summary>
public static class FunctionProblems
{
    /// <summary>The id of <see cref="Leftovers"/>.</summary>
    public const string LeftoversId = "SetupLeftovers";

    public static Problem HandlerUnknown(string handler) => new(
        "FunctionHandlerUnknown",
        $"The integration has no function with the handler '{handler}'.",
        "Bring the stack up to date with Update-SonraiIntegration; the template names the handlers.",
        ProblemKind.InvalidInput)
    { Target = handler };

    public static Problem RequestUnreadable(string why) => new(
        "FunctionRequestUnreadable",
        $"What came is nothing that the function can act on: {why}.",
        """Send {"action":"reconcile"}, {"action":"onboard","accountIds":["111122223333"]} or {"action":"status"}, or an event of EventBridge.""",
        ProblemKind.InvalidInput);

    public static Problem TokenRefused(string why) => new(
        "SetupTokenRefused",
        $"Dig does not accept the API token of the stack: {why}",
        "Give the stack a token that is valid (SonraiAPIToken), and the tenant's address where the token does not tell it.",
        ProblemKind.NotAuthenticated);

    public static Problem OtherOrganization(string asked, string real) => new(
        "SetupOrganizationDiffers",
        $"The stack was told of the organization '{asked}', and this account belongs to '{real}'.",
        "Give the organization's own id (OrgId), or deploy the stack in the management account of the other one.",
        ProblemKind.InvalidInput);

    public static Problem ChangeNotPossible(string what, string was, string wanted) => new(
        "SetupChangeNotPossible",
        $"{what} is '{was}', and cannot be changed to '{wanted}' in place: the accounts would keep the old one.",
        "Remove the integration with Uninstall-SonraiIntegration, then install it anew; registrations that name the old role end with it.",
        ProblemKind.Conflict);

    public static Problem UpdateStopped(string accounts) => new(
        "SetupUpdateStopped",
        $"The role could not be changed in these accounts, so the others were left as they are: {accounts}",
        "Mend what AWS names, then update the stack again.",
        ProblemKind.Conflict);

    public static Problem Leftovers(string what) => new(
        "SetupLeftovers",
        $"Not everything could be removed: {what}",
        "Delete the stack again to go on; what cannot be removed so is removed with Uninstall-SonraiCollectorRole and Unregister-SonraiAccount.",
        ProblemKind.Conflict);

    public static Problem NotAllDone(string accounts) => new(
        "AccountsNotSynced",
        $"These accounts are not in step yet: {accounts}",
        "The function is called again, and the schedule looks at every account; Sync-SonraiAccount does it now and says why.",
        ProblemKind.Conflict);
}
