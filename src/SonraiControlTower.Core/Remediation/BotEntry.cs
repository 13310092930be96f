namespace SonraiControlTower;

/// <summary>The ways into accounts through the bot's role, kept while their keys last. For several threads at once.</summary>
internal sealed class BotEntry(RemediationServices services, RemediationPlan plan) : IDisposable
{
    private static readonly TimeSpan _keysEndSoon = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly CollectorEntry _collector = new(services.Aws, services.Access, plan.CollectorAccount, plan.ExecutionRoleName, services.AwsClock);
    private readonly Dictionary<AccountId, (IIam Iam, DateTimeOffset Until)> _open = [];

    /// <summary>The ARN that the credentials at hand belong to; null before an account was entered.</summary>
    public string? By { get; private set; }

    /// <summary>Who works here: the credentials at hand, and those that roles are asked for with.</summary>
    public IReadOnlyList<string> Callers { get; private set; } = [];

    /// <summary>The account as a place to work at.</summary>
    /// <exception cref="SonraiException">As of <see cref="EnterAsync"/>.</exception>
    public async Task<RemediationSite> SiteAsync(AccountId account, CancellationToken cancellationToken) =>
        new(await EnterAsync(account, cancellationToken).ConfigureAwait(false), services.Analysis.Rehearsals, services.AwsClock);

    /// <exception cref="SonraiException"><c>BotRoleNotGiven</c>, <c>NotTheCollector</c>, or what AWS says of the credentials.</exception>
    public async Task<IIam> EnterAsync(AccountId account, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_open.TryGetValue(account, out var open) && open.Until - services.AwsClock.GetUtcNow() > _keysEndSoon)
            {
                return open.Iam;
            }

            var collector = await _collector.BecomeCollectorAsync(cancellationToken).ConfigureAwait(false);
            By = _collector.Own!.Caller.Arn;
            Callers = [By, collector.Caller.Arn];
            var role = new RoleArn(collector.Caller.Partition, account, plan.BotRoleName, plan.RolePath);
            var request = new AssumeRoleRequest { Role = role, SessionName = AccountKeys.SessionName, ExternalId = plan.ExternalId };
            switch (await collector.Sts.AssumeRoleAsync(request, cancellationToken).ConfigureAwait(false))
            {
                case AssumedRole assumed:
                    var iam = await services.Aws.OpenIamAsync(services.Access.As(assumed.Keys), cancellationToken).ConfigureAwait(false);
                    _open[account] = (iam, assumed.ExpiresAt);
                    return iam;
                case AssumeRoleDenied denied:
                    throw new SonraiException(RemediationProblems.BotRoleNotGiven(account, role.ToString(), denied.Denial.Message));
                default:
                    throw new SonraiException(AwsProblems.UnexpectedAnswer("AssumeRole", "it is neither a session nor a denial."));
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
