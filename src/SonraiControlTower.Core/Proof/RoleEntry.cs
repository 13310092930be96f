using System.Collections.Concurrent;

namespace SonraiControlTower;

/// <summary>The ways into accounts through a role in each, kept while their keys last. For several threads at once.</summary>
/// <param name="aws">AWS.</param>
/// <param name="access">The credentials at hand.</param>
/// <param name="plan">Which role, and what it asks for.</param>
/// <param name="clock">Tells when keys end.</param>
/// <param name="refused">The problem where a role is not given: of the account, the role's ARN, and AWS's words.</param>
public sealed class RoleEntry(IAws aws, AwsAccess access, AccountReadingPlan plan, TimeProvider clock, Func<AccountId, string, string, Problem> refused) : IDisposable
{
    private static readonly TimeSpan _keysEndSoon = TimeSpan.FromMinutes(5);

    // What is still denied after so long is denied.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly CollectorEntry _collector = new(aws, access, plan.CollectorAccount, plan.ExecutionRoleName, clock);
    private readonly ConcurrentDictionary<AccountId, (IIam Iam, DateTimeOffset Until)> _open = [];

    /// <summary>The ARN that the credentials at hand belong to; null before an account was entered.</summary>
    public string? By { get; private set; }

    /// <summary>Who works here: the credentials at hand, and those that roles are asked for with.</summary>
    public IReadOnlyList<string> Callers { get; private set; } = [];

    /// <exception cref="SonraiException">The problem of the refusal, <c>NotTheCollector</c>, or what AWS says of the credentials.</exception>
    public async Task<IIam> EnterAsync(AccountId account, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(account, out var open) && open.Until - clock.GetUtcNow() > _keysEndSoon)
        {
            return open.Iam;
        }

        var collector = await BecomeCollectorAsync(cancellationToken).ConfigureAwait(false);
        var role = new RoleArn(collector.Caller.Partition, account, plan.RoleName, plan.RolePath);
        var assumed = await AssumeAsync(collector.Sts, role, cancellationToken).ConfigureAwait(false);
        var iam = await aws.OpenIamAsync(access.As(assumed.Keys), cancellationToken).ConfigureAwait(false);
        _open[account] = (iam, assumed.ExpiresAt);
        return iam;
    }

    /// <summary>A role that was made a moment ago is not given everywhere yet.</summary>
    private async Task<AssumedRole> AssumeAsync(ISts sts, RoleArn role, CancellationToken cancellationToken)
    {
        var request = new AssumeRoleRequest { Role = role, SessionName = AccountKeys.SessionName, ExternalId = plan.ExternalId };
        var until = clock.GetUtcNow() + _patience;
        var pause = new Pause(clock, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));
        while (true)
        {
            switch (await sts.AssumeRoleAsync(request, cancellationToken).ConfigureAwait(false))
            {
                case AssumedRole assumed:
                    return assumed;
                case AssumeRoleDenied when clock.GetUtcNow() < until:
                    await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
                    break;
                case AssumeRoleDenied denied:
                    throw new SonraiException(refused(role.Account, role.ToString(), denied.Denial.Message));
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
