namespace SonraiControlTower;

/// <summary>A way into an account: its services, opened with keys of a role there.</summary>
/// <param name="Access">How to open further services.</param>
/// <param name="Sts">STS, as the role.</param>
/// <param name="Caller">Who one is there.</param>
/// <param name="ExpiresAt">When the keys end; null for keys that renew themselves.</param>
internal sealed record AccountKeys(AwsAccess Access, ISts Sts, CallerIdentity Caller, DateTimeOffset? ExpiresAt)
{
    public const string SessionName = "SonraiControlTower";

    public static async Task<AccountKeys> OpenAsync(IAws aws, AwsAccess access, CancellationToken cancellationToken)
    {
        var sts = await aws.OpenStsAsync(access, cancellationToken).ConfigureAwait(false);
        return new(access, sts, await sts.GetCallerIdentityAsync(cancellationToken).ConfigureAwait(false), null);
    }

    /// <summary>The way into an account through a role in it; itself for one's own account; AWS's words where it does not open.</summary>
    public async Task<(AccountKeys? Keys, string? Refusal)> EnterAsync(
        IAws aws, AccountId account, string roleName, CancellationToken cancellationToken)
    {
        if (account == Caller.Account)
        {
            return (this, null);
        }

        var request = new AssumeRoleRequest { Role = new RoleArn(Caller.Partition, account, roleName), SessionName = SessionName };
        switch (await Sts.AssumeRoleAsync(request, cancellationToken).ConfigureAwait(false))
        {
            case AssumedRole assumed:
                var access = Access.As(assumed.Keys);
                var sts = await aws.OpenStsAsync(access, cancellationToken).ConfigureAwait(false);
                return (new(access, sts, new CallerIdentity(account, assumed.SessionArn, assumed.SessionArn), assumed.ExpiresAt), null);
            case AssumeRoleDenied denied:
                return (null, denied.Denial.Message);
            default:
                throw new SonraiException(AwsProblems.UnexpectedAnswer("AssumeRole", "it is neither a session nor a denial."));
        }
    }
}
