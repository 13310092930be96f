namespace SonraiControlTower;

/// <summary>What can keep a proof from being tried at all.</summary>
public static class ProofProblems
{
    public static Problem NotProved(AccountTestResult test) => new(
        "AccountNotProved",
        $"The collector cannot read account '{test?.AccountId}' as it shall ({test?.Blocker}): {test?.Reason}",
        test?.Remedy ?? "Run Test-SonraiAccount for the account.",
        ProblemKind.NotAllowed)
    { Target = test?.AccountId };

    public static Problem NotTheCollector(AccountId caller, AccountId collector, string role, string why) => new(
        "NotTheCollector",
        $"These credentials are of account '{caller}', and the role '{role}' of the collector's account '{collector}' was not given to them: {why}",
        "Use credentials of the collector's account (-ProfileName), or name with -ExecutionRoleName a role there that these credentials may assume.",
        ProblemKind.NotAllowed)
    { Target = collector.ToString() };
}
