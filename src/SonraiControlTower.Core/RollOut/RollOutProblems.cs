namespace SonraiControlTower;

/// <summary>What can go wrong between an account and its role.</summary>
public static class RollOutProblems
{
    /// <summary>The id of <see cref="NotOurs"/>.</summary>
    public const string NotOursId = "StackSetNotOurs";

    public static Problem Failed(string accountId, string stackSet, string why) => new(
        "CollectorRoleFailed",
        $"The role did not get into account '{accountId}' by '{stackSet}': {why}",
        "Mend what AWS names, then run the same command again: it does only what is missing.",
        ProblemKind.Conflict)
    { Target = accountId };

    public static Problem NotRemoved(string accountId, string stackSet, string why) => new(
        "CollectorRoleNotRemoved",
        $"The role was not removed from account '{accountId}' by '{stackSet}': {why}",
        "Mend what AWS names, then run the same command again: it removes only what is left.",
        ProblemKind.Conflict)
    { Target = accountId };

    public static Problem NotUpdated(string accountId, string stackSet, string why) => new(
        "CollectorRoleNotUpdated",
        $"The role in account '{accountId}' was not updated by '{stackSet}': {why}",
        "Mend what AWS names, then run the same command again: accounts that are up to date stay as they are.",
        ProblemKind.Conflict)
    { Target = accountId };

    public static Problem OtherModel(string stackSet, string model) => new(
        "StackSetOtherModel",
        $"The stack set '{stackSet}' is {model}, which cannot be changed.",
        "Say the other -PermissionModel to work with it as it is, or give another -StackSetName.",
        ProblemKind.Conflict)
    { Target = stackSet };

    public static Problem NotOurs(string stackSet) => new(
        "StackSetNotOurs",
        $"'{stackSet}' was not made by this module, so it was left as it is.",
        "Change or remove it where it was made; this module made what carries the tag CreatedBy = SonraiControlTower.",
        ProblemKind.NotAllowed)
    { Target = stackSet };

    public static Problem NotInstalled(string stackSet) => new(
        "CollectorRoleNotInstalled",
        $"There is no stack set '{stackSet}' here.",
        "Check -StackSetName, -Region and the credentials; a delegated administrator must say -CallAs DelegatedAdmin. Install-SonraiCollectorRole makes it.",
        ProblemKind.NotFound)
    { Target = stackSet };

    public static Problem LacksParameter(string stackSet, string parameter) => new(
        "StackSetLacksParameter",
        $"The template of the stack set '{stackSet}' has no parameter {parameter}.",
        "Say -UpdateTemplate besides: the set then takes this module's template.",
        ProblemKind.Conflict)
    { Target = stackSet };

    public static Problem BothGiven(string one, string other) => new(
        "ParametersExclude",
        $"-{one} and -{other} were both given, and only one of them can be followed.",
        "Leave one out.",
        ProblemKind.InvalidInput);

    public static Problem NothingToChange { get; } = new(
        "NothingToChange",
        "Nothing was named that shall be other than it is.",
        "Give -PolicyChoice, -ExternalId, -KmsKeyArn, -PermissionsBoundary or -UpdateTemplate.",
        ProblemKind.InvalidInput);
}
