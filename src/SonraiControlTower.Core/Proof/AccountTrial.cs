namespace SonraiControlTower;

/// <summary>One account on trial: gathers the answers and AWS's words until the verdict.</summary>
internal sealed class AccountTrial(OrgAccount account, RoleArn role)
{
    private readonly List<string> _evidence = [];

    public RoleArn Role => role;

    public string? WithExternalId { get; set; }

    public string? WithoutExternalId { get; set; }

    public string? WithWrongExternalId { get; set; }

    public bool? CanRead { get; set; }

    /// <summary>Keeps AWS's words, and says whether the role was given.</summary>
    public string Note(AssumeRoleAnswer answer)
    {
        if (answer is AssumeRoleDenied denied)
        {
            _evidence.Add(denied.Denial.Message);
            return RoleAnswer.Refused;
        }

        return RoleAnswer.Admitted;
    }

    public AccountTestResult Pass() => Result(AccountTestStatus.Passed, null, null);

    /// <summary>The role was not given to the collector.</summary>
    public AccountTestResult Refuse(AccessDenial denial, string blocker, string? reason)
    {
        WithExternalId = RoleAnswer.Refused;
        _evidence.Add(denial.Message);
        return Result(AccountTestStatus.Failed, blocker, reason ?? denial.Message);
    }

    /// <param name="blocker">What stands in the way.</param>
    /// <param name="reason">The same in a sentence.</param>
    /// <param name="isEvidence">Whether the sentence has AWS's own words.</param>
    public AccountTestResult Fail(string blocker, string reason, bool isEvidence)
    {
        if (isEvidence)
        {
            _evidence.Add(reason);
        }

        return Result(AccountTestStatus.Failed, blocker, reason);
    }

    private AccountTestResult Result(string status, string? blocker, string? reason) => new()
    {
        AccountId = account.AccountId,
        Name = account.Name,
        Status = status,
        Blocker = blocker,
        Reason = reason,
        Remedy = blocker is null ? null : AccountBlocker.RemedyOf(blocker),
        RoleArn = role.ToString(),
        WithExternalId = WithExternalId,
        WithoutExternalId = WithoutExternalId,
        WithWrongExternalId = WithWrongExternalId,
        CanRead = CanRead,
        Evidence = [.. _evidence],
    };
}
