namespace SonraiControlTower;

/// <summary>
/// Reads the identities of accounts from IAM: of one's own with the credentials at hand, of any other through a role in it. What was known of an account
/// stays known where it cannot be read to the end.
/// </summary>
public sealed class AccountReader(IAws aws, AwsAccess access, AccountReadingPlan plan, IIdentities identities, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _store = new(1);
    private readonly CollectorEntry _entry = new(aws, access, plan.CollectorAccount, plan.ExecutionRoleName, clock);

    /// <summary>Reads accounts, several at a time, and gives each outcome when it is known.</summary>
    /// <exception cref="SonraiException"><c>NotTheCollector</c>, or what AWS says of the credentials.</exception>
    public IAsyncEnumerable<AccountReading> ReadAsync(IEnumerable<AccountId> accounts, CancellationToken cancellationToken) =>
        Several.RunAsync(
            accounts,
            plan.ThrottleLimit,
            async account => ReadAsync(account, await _entry.BecomeCollectorAsync(cancellationToken).ConfigureAwait(false), cancellationToken));

    public void Dispose() => _store.Dispose();

    private async Task<AccountReading> ReadAsync(AccountId account, AccountKeys collector, CancellationToken cancellationToken)
    {
        try
        {
            var (entry, source, refusal) = await EnterAsync(account, collector, cancellationToken).ConfigureAwait(false);
            return entry is null
                ? new(account, null, [IdentityProblems.NotEntered(account, source, refusal!)])
                : await ReadAsync(account, entry, source, cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException exception) when (exception.Problem.Kind is not (ProblemKind.NotAuthenticated or ProblemKind.NotConnected))
        {
            return new(account, null, [exception.Problem with { Target = account.ToString() }]);
        }
    }

    private async Task<AccountReading> ReadAsync(AccountId account, AwsAccess entry, string source, CancellationToken cancellationToken)
    {
        var iam = await aws.OpenIamAsync(entry, cancellationToken).ConfigureAwait(false);

        // AWS is waited for side by side; the engine takes one account after another, and nothing of one that breaks off.
        var entities = await iam.GetAccountAuthorizationDetailsAsync([], cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var problems = new List<Problem>();
        await _store.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var import = await identities.ImportAsync(account, source, entities.ToAsyncEnumerable(), problems.Add, cancellationToken).ConfigureAwait(false);
            return new(account, import, problems);
        }
        finally
        {
            _store.Release();
        }
    }

    private async Task<(AwsAccess? Access, string Source, string? Refusal)> EnterAsync(
        AccountId account, AccountKeys collector, CancellationToken cancellationToken)
    {
        if ((account == _entry.Own!.Caller.Account ? _entry.Own : account == collector.Caller.Account ? collector : null) is { } keys)
        {
            return (keys.Access, keys.Caller.Arn, null);
        }

        var role = new RoleArn(collector.Caller.Partition, account, plan.RoleName, plan.RolePath);
        var request = new AssumeRoleRequest { Role = role, SessionName = AccountKeys.SessionName, ExternalId = plan.ExternalId };
        return await collector.Sts.AssumeRoleAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            AssumedRole assumed => (access.As(assumed.Keys), role.ToString(), null),
            AssumeRoleDenied denied => (null, role.ToString(), denied.Denial.Message),
            _ => throw new SonraiException(AwsProblems.UnexpectedAnswer("AssumeRole", "it is neither a session nor a denial.")),
        };
    }
}
