namespace SonraiControlTower;

/// <summary>What can go wrong between an account and its registration.</summary>
public static class RegistrationProblems
{
    public static Problem Refused(AccountId id, string answer) => new(
        "RegistrationRefused",
        $"Dig did not register account '{id}': {answer}",
        "Mend what Dig names, then run the same command again: it registers only what is missing.",
        ProblemKind.Conflict);

    public static Problem AnswerLost(AccountId id) => new(
        "RegistrationAnswerLost",
        $"Dig's answer for account '{id}' was lost, and the account is not among the registered ones.",
        "Run the same command again: it registers only what is missing.",
        ProblemKind.Unreachable);

    public static Problem NotRegistered(AccountId id) => new(
        "AccountNotRegistered",
        $"Account '{id}' is not registered with any collector.",
        "List what is registered with Get-SonraiAccount.",
        ProblemKind.NotFound);

    public static Problem RegisteredElsewhere(AccountId id) => new(
        "AccountRegisteredElsewhere",
        $"Account '{id}' was not registered through this module, so it was left as it is.",
        "If its registration shall be ended or changed all the same, say -Force.",
        ProblemKind.NotAllowed);

    public static Problem UnregistrationRefused(AccountId id, string answer) => new(
        "UnregistrationRefused",
        $"Dig did not end the registration of account '{id}': {answer}",
        "Mend what Dig names, then run the same command again.",
        ProblemKind.Conflict);
}
