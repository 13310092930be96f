namespace SonraiControlTower;

/// <summary>What can be wrong with changing what registered accounts are read and mended through.</summary>
public static class AccountUpdateProblems
{
    /// <summary>What a person can do instead.</summary>
    public const string InThePortal = "In the Sonrai portal, open the Collectors tab, choose the account, and change its roles there.";

    public static Problem NoRoleGiven { get; } = new(
        "NoRoleGiven",
        "Neither a role nor a bot role was given.",
        "Give -RoleName, -BotRoleName or -RemoveBotRole.",
        ProblemKind.InvalidInput);

    public static Problem BotRoleContradicted(string botRoleName) => new(
        "BotRoleContradicted",
        $"The bot role '{botRoleName}' was given, and -RemoveBotRole too.",
        "Give -BotRoleName or -RemoveBotRole, not both.",
        ProblemKind.InvalidInput)
    { Target = botRoleName };

    public static Problem Refused(AccountId id, string answer) => new(
        "AccountUpdateRefused",
        $"Dig did not change the registration of account '{id}': {answer}",
        $"Mend what Dig names, then run the same command again. Or: {InThePortal}",
        ProblemKind.Conflict);

    public static Problem NotTaken(AccountUpdate update, SonraiAccount now) => new(
        "AccountUpdateNotTaken",
        $"Dig took the change of account '{update?.Account.AccountId}', and its role is '{now?.RoleArn}', its bot role '{now?.BotRoleArn}'.",
        $"See how it is with Get-SonraiAccount. If it stays so: {InThePortal}",
        ProblemKind.Conflict);

    public static Problem Lossy(SonraiAccount now, IEnumerable<string> lost) => new(
        "AccountUpdateLossy",
        $"Dig changed account '{now?.AccountId}', and what else it kept with the registration is gone: {string.Join(", ", lost.Select(key => $"'{key}'"))}.",
        "Change no more accounts this way; look at the account in the Sonrai portal, in the Collectors tab, and give Sonrai's support the time of day.",
        ProblemKind.UnexpectedAnswer);

    public static Problem AnswerLost(AccountId id) => new(
        "AccountUpdateAnswerLost",
        $"Dig's answer about account '{id}' was lost, and its registration has not changed.",
        "Run the same command again: it changes only what is not yet so.",
        ProblemKind.Unreachable);
}
