using System.Collections.Concurrent;

namespace SonraiControlTower;

/// <summary>The ways into accounts through the bot's role, kept while their keys last. For several threads at once.</summary>
internal sealed class BotEntry(RemediationServices services, RemediationPlan plan) : IDisposable
{
    private static readonly TimeSpan _keysEndSoon = TimeSpan.FromMinutes(5);

    // What is still denied after so long is denied.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly CollectorEntry _collector = new(services.Aws, services.Access, plan.CollectorAccount, plan.ExecutionRoleName, services.AwsClock);
    private readonly ConcurrentDictionary<AccountId, (IIam Iam, DateTimeOffset Until)> _open = [];

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
        if (_open.TryGetValue(account, out var open) && open.Until - services.AwsClock.GetUtcNow() > _keysEndSoon)
        {
            return open.Iam;
        }

        var collector = await BecomeCollectorAsync(cancellationToken).ConfigureAwait(false);
        var role = new RoleArn(collector.Caller.Partition, account, plan.BotRoleName, plan.RolePath);
        var assumed = await AssumeAsync(collector.Sts, role, cancellationToken).ConfigureAwait(false);
        var iam = await services.Aws.OpenIamAsync(services.Access.As(assumed.Keys), cancellationToken).ConfigureAwait(false);
        _open[account] = (iam, assumed.ExpiresAt);
        return iam;
    }

    /// <summary>A role that was made a moment ago is not given everywhere yet.</summary>
    private async Task<AssumedRole> AssumeAsync(ISts sts, RoleArn role, CancellationToken cancellationToken)
    {
        var request = new AssumeRoleRequest { Role = role, SessionName = AccountKeys.SessionName, ExternalId = plan.ExternalId };
        var until = services.AwsClock.GetUtcNow() + _patience;
        var pause = new Pause(services.AwsClock, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));
        while (true)
        {
            switch (await sts.AssumeRoleAsync(request, cancellationToken).ConfigureAwait(false))
            {
                case AssumedRole assumed:
                    return assumed;
                case AssumeRoleDenied when services.AwsClock.GetUtcNow() < until:
                    await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
                    break;
                case AssumeRoleDenied denied:
                    throw new SonraiException(RemediationProblems.BotRoleNotGiven(role.Account, role.ToString(), denied.Denial.Message));
                default:
                    throw new SonraiException(AwsProblems.UnexpectedAnswer("AssumeRole", "it is neither a session nor a denial."));
            }
        }
    }

    private async Task<AccountKeys> BecomeCollectorAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var collector = await _collector.BecomeCollectorAsync(cancellationToken).ConfigureAwait(false);
            By = _collector.Own!.Caller.Arn;
            Callers = [By, collector.Caller.Arn];
            return collector;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
