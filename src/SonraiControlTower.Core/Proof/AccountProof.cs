namespace SonraiControlTower;

/// <summary>
/// Proves of accounts that the collector's role is given to the collector with its external id, to nobody without it, and that it reads; or names
/// what stands in the way. It changes nothing.
/// </summary>
public sealed class AccountProof
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(10);

    private readonly IAws _aws;
    private readonly ProofPlan _plan;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _deadline;
    private readonly CollectorEntry _entry;

    public AccountProof(IAws aws, AwsAccess access, ProofPlan plan, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(clock);
        _aws = aws;
        _entry = new CollectorEntry(aws, access, plan.CollectorAccount, plan.ExecutionRoleName, clock);
        _plan = plan;
        _clock = clock;

        // What was made before now has had its time by then: accounts that come later are not waited for once more.
        _deadline = clock.GetUtcNow() + plan.Patience;
    }

    /// <summary>Tests accounts, several at a time, and gives each result when it is known.</summary>
    /// <exception cref="SonraiException"><c>NotTheCollector</c>, or what AWS says of the credentials.</exception>
    public IAsyncEnumerable<AccountTestResult> TestAsync(IEnumerable<OrgAccount> accounts, CancellationToken cancellationToken) =>
        Several.RunAsync(
            accounts, _plan.ThrottleLimit, async account => TestAsync(account, await _entry.BecomeCollectorAsync(cancellationToken).ConfigureAwait(false), cancellationToken));

    /// <summary>Those of the accounts whose role lets the collector in now; each is asked once, and nothing is explained.</summary>
    internal IAsyncEnumerable<OrgAccount> LetInAsync(IEnumerable<OrgAccount> accounts, CancellationToken cancellationToken) =>
        Several.RunAsync(
            accounts, _plan.ThrottleLimit, async account => LetInAsync(account, await _entry.BecomeCollectorAsync(cancellationToken).ConfigureAwait(false), cancellationToken))
            .OfType<OrgAccount>();

    private async Task<OrgAccount?> LetInAsync(OrgAccount account, AccountKeys collector, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(RoleIn(account, collector), collector, _plan.ExternalId, cancellationToken).ConfigureAwait(false) is AssumedRole ? account : null;
        }
        catch (SonraiException exception) when (IsOfAccount(exception.Problem))
        {
            // Whatever it was, the test that decides comes later and tells.
            return null;
        }
    }

    private RoleArn RoleIn(OrgAccount account, AccountKeys collector) =>
        new(collector.Caller.Partition, AccountId.Parse(account.AccountId), _plan.RoleName, _plan.RolePath);

    private async Task<AccountTestResult> TestAsync(OrgAccount account, AccountKeys collector, CancellationToken cancellationToken)
    {
        var trial = new AccountTrial(account, RoleIn(account, collector));
        if (!account.IsActive)
        {
            return trial.Fail(AccountBlocker.AccountClosed, $"The account is {account.Status}, not ACTIVE.", isEvidence: false);
        }

        try
        {
            return await ProveAsync(trial, collector, cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException exception) when (IsOfAccount(exception.Problem))
        {
            var blocker = exception.Problem.Id == StsProblems.RegionDisabledId ? AccountBlocker.StsRegion : AccountBlocker.NotTested;
            return trial.Fail(blocker, exception.Message, isEvidence: true);
        }
    }

    /// <summary>A problem with one account is its result; credentials that are not accepted end the whole run.</summary>
    private static bool IsOfAccount(Problem problem) => problem.Kind is not (ProblemKind.NotAuthenticated or ProblemKind.NotConnected);

    private async Task<AccountTestResult> ProveAsync(AccountTrial trial, AccountKeys collector, CancellationToken cancellationToken)
    {
        var pause = new Pause(_clock, _firstPause, _longestPause);
        AssumeRoleAnswer answer;
        while ((answer = await AskAsync(trial.Role, collector, _plan.ExternalId, cancellationToken).ConfigureAwait(false)) is AssumeRoleDenied denied)
        {
            // A policy that is named denies for good. A denial that says nothing, and one for want of a trust policy that allows it, may come of IAM
            // not knowing everywhere yet what was written a moment ago.
            var mayPass = denied.Denial is { Policy: null } or { Policy: DenyingPolicy.ResourcePolicy, IsExplicit: false };
            if (!mayPass || _clock.GetUtcNow() >= _deadline)
            {
                return AccountBlocker.OfRole(denied.Denial) is { } blocker
                    ? trial.Refuse(denied.Denial, blocker, null)
                    : await ExplainAsync(trial, denied.Denial, cancellationToken).ConfigureAwait(false);
            }

            await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
        }

        trial.WithExternalId = RoleAnswer.Admitted;
        trial.WithoutExternalId = trial.Note(await AskAsync(trial.Role, collector, null, cancellationToken).ConfigureAwait(false));
        trial.WithWrongExternalId = trial.Note(await AskAsync(trial.Role, collector, ExternalId.Random(), cancellationToken).ConfigureAwait(false));
        if (trial.WithoutExternalId == RoleAnswer.Admitted || trial.WithWrongExternalId == RoleAnswer.Admitted)
        {
            return trial.Fail(AccountBlocker.ExternalIdNotDemanded, "The role is also given to who does not say its external id.", isEvidence: false);
        }

        return await ReadAsync(trial, collector.Access.As(((AssumedRole)answer).Keys), cancellationToken).ConfigureAwait(false);
    }

    private static Task<AssumeRoleAnswer> AskAsync(RoleArn role, AccountKeys collector, ExternalId? externalId, CancellationToken cancellationToken) =>
        collector.Sts.AssumeRoleAsync(
            new AssumeRoleRequest { Role = role, SessionName = AccountKeys.SessionName, ExternalId = externalId }, cancellationToken);

    /// <summary>AWS denies alike where there is no role and where it trusts somebody else; from inside the account the two look different.</summary>
    private async Task<AccountTestResult> ExplainAsync(AccountTrial trial, AccessDenial denial, CancellationToken cancellationToken)
    {
        var look = await new RoleInspector(_aws, _entry.Own!, _plan.ExecutionRoleName)
            .LookAsync(trial.Role.Account, trial.Role.Name, cancellationToken).ConfigureAwait(false);
        var collector = _plan.CollectorAccount ?? _entry.Own!.Caller.Account;
        return look switch
        {
            { Refusal: { } refusal } => trial.Refuse(
                denial, AccountBlocker.RoleNotAssumable, $"Either there is no such role, or it does not trust account {collector} with this external id; nobody could look: {refusal}"),
            { Role: null } => trial.Refuse(denial, AccountBlocker.NoRole, $"The account has no role '{trial.Role.Name}'."),
            { Role.Path: var path } when path != trial.Role.Path => trial.Refuse(
                denial, AccountBlocker.NoRole, $"The account has the role under the path '{path}', not '{trial.Role.Path}'."),
            { Role: var role } when TrustPolicy.MismatchOf(role.TrustPolicy, collector, _plan.ExternalId) is { } mismatch => trial.Refuse(
                denial, AccountBlocker.TrustMismatch, $"The role does not trust the collector as it shall: {mismatch}."),
            _ => trial.Refuse(
                denial, AccountBlocker.RoleNotAssumable, "The role is there and trusts the collector; another policy denies it, or IAM does not know it everywhere yet."),
        };
    }

    /// <summary>The first page of what the collector reads first.</summary>
    private async Task<AccountTestResult> ReadAsync(AccountTrial trial, AwsAccess access, CancellationToken cancellationToken)
    {
        try
        {
            var iam = await _aws.OpenIamAsync(access, cancellationToken).ConfigureAwait(false);
            await iam.GetAccountAuthorizationDetailsAsync([IamKind.Role], cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            trial.CanRead = true;
            return trial.Pass();
        }
        catch (SonraiException denied) when (denied.Problem.Kind == ProblemKind.NotAllowed)
        {
            trial.CanRead = false;
            return trial.Fail(AccountBlocker.OfRead(AccessDenial.Parse(denied.Message)), denied.Message, isEvidence: true);
        }
    }
}
