using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>Tells how the role is in accounts: by the stack set's listings alone, or also by a look at each role from inside its account.</summary>
public sealed class RoleReader
{
    private readonly IAws _aws;
    private readonly AwsAccess _access;
    private readonly RollOutPlan _plan;
    private StackSetHome? _home;

    /// <param name="aws">AWS.</param>
    /// <param name="access">How to reach the account that the stack set lives in.</param>
    /// <param name="plan">Which stack set; its role and template are what the accounts are compared with.</param>
    public RoleReader(IAws aws, AwsAccess access, RollOutPlan plan)
    {
        _aws = aws;
        _access = access;
        _plan = plan;
    }

    /// <summary>The state of each account, and of the accounts of the set that are not among them, where all are wanted.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="everything">True to tell also of instances in accounts that are not among those.</param>
    /// <param name="inspect">True to look at each role from inside its account, which takes some requests an account.</param>
    /// <param name="throttleLimit">How many roles are looked at at a time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SonraiException"><c>CollectorRoleNotInstalled</c>.</exception>
    public async IAsyncEnumerable<CollectorRoleState> ReadAsync(
        IReadOnlyList<OrgAccount> accounts, bool everything, bool inspect, int throttleLimit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        _home ??= await StackSetHome.OpenAsync(_aws, _access, cancellationToken).ConfigureAwait(false);
        var set = await _home.CloudFormation.StackSets.DescribeAsync(_plan.StackSet, cancellationToken).ConfigureAwait(false);
        if (set is not { Status: StackSet.Active })
        {
            throw new SonraiException(RollOutProblems.NotInstalled(_plan.StackSet.Name));
        }

        var instances = await RoleInstances.ReadAsync(_home.CloudFormation, _plan.StackSet, new StackInstanceFilter(), cancellationToken).ConfigureAwait(false);
        var known = accounts.Select(account => account.AccountId).ToHashSet();
        var others = instances.All.Where(instance => everything && !known.Contains(instance.AccountId))
            .Select(instance => new OrgAccount { AccountId = instance.AccountId, Name = instance.AccountId, Status = "not in the organization" });
        var inspection = inspect ? await RoleInspection.OpenAsync(_aws, _access, _plan, set, cancellationToken).ConfigureAwait(false) : null;
        async Task<Task<CollectorRoleState>> BeginAsync(OrgAccount account)
        {
            var state = account.IsManagementAccount && instances.Of(account) is null
                ? await OfStackAsync(_home, account, set, cancellationToken).ConfigureAwait(false)
                : Of(_home, account, set, instances.Of(account));
            return inspection is null || !account.IsActive ? Task.FromResult(state) : inspection.LookAsync(state, cancellationToken);
        }

        await foreach (var state in Several.RunAsync(accounts.Concat(others), throttleLimit, BeginAsync).ConfigureAwait(false))
        {
            yield return state;
        }
    }

    private CollectorRoleState Of(StackSetHome home, OrgAccount account, StackSet set, StackInstance? instance) =>
        Common(home, account, set) with
        {
            Status = instance switch
            {
                null => CollectorRoleCondition.Missing,
                _ when RoleInstances.IsUnderWay(instance) => CollectorRoleCondition.Pending,
                { Status: StackInstanceStatus.Current } => CollectorRoleCondition.Current,
                { Status: StackInstanceStatus.Inoperable } => CollectorRoleCondition.Inoperable,
                _ => CollectorRoleCondition.Outdated,
            },
            Reason = instance?.StatusReason is { Length: > 0 } reason ? reason : account.IsActive ? null : $"The account is {account.Status}.",
            Region = instance?.Region,
            StackId = instance?.StackId,
            LastOperationId = instance?.LastOperationId,
            Drift = instance is null ? [] : DriftOf(set.TemplateBody, instance.DriftStatus),
        };

    private async Task<CollectorRoleState> OfStackAsync(StackSetHome home, OrgAccount account, StackSet set, CancellationToken cancellationToken)
    {
        var within = home.Caller.Account == AccountId.Parse(account.AccountId);
        var stack = within ? await home.CloudFormation.Stacks.DescribeAsync(_plan.ManagementStackName, cancellationToken).ConfigureAwait(false) : null;
        if (within && stack is null && await home.Iam.Roles.GetAsync(_plan.As(set).Role.RoleName, cancellationToken).ConfigureAwait(false) is { } role)
        {
            return Common(home, account, set) with
            {
                Status = CollectorRoleCondition.Current,
                StackSet = null,
                RoleArn = role.Arn,
                Reason = "The role was made otherwise, such as by the integration stack.",
            };
        }

        return Common(home, account, set) with
        {
            StackSet = _plan.ManagementStackName,
            Status = stack switch
            {
                null => CollectorRoleCondition.Missing,
                _ when StackStatus.IsInProgress(stack.Status) => CollectorRoleCondition.Pending,
                _ when StackStatus.IsGood(stack.Status) => CollectorRoleCondition.Current,
                _ => CollectorRoleCondition.Outdated,
            },
            Reason = within ? stack?.StatusReason : "Its stack is seen only with its own credentials.",
            StackId = stack?.Id,
            Drift = stack is null ? [] : DriftOf(
                await home.CloudFormation.Stacks.GetTemplateAsync(_plan.ManagementStackName, cancellationToken).ConfigureAwait(false), null),
        };
    }

    private IReadOnlyList<string> DriftOf(string? template, string? driftStatus) =>
    [
        .. template is null || StackSetDifference.SameText(template, _plan.Role.Template.Body)
            ? Enumerable.Empty<string>()
            : ["Its template is not this module's."],
        .. driftStatus == "DRIFTED" ? new[] { "AWS found the stack changed by hand." } : [],
    ];

    private CollectorRoleState Common(StackSetHome home, OrgAccount account, StackSet set) => new()
    {
        AccountId = account.AccountId,
        Name = account.Name == account.AccountId ? null : account.Name,
        Status = CollectorRoleCondition.Missing,
        StackSet = _plan.StackSet.Name,
        PolicyChoice = set.Parameters.GetValueOrDefault(RoleTemplateParameters.PolicyChoice),
        RoleArn = new RoleEnds(home, _plan).RoleIn(account, set).ToString(),
    };
}
