using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// The role in the management account, by a stack of its own: a service-managed set never reaches that account, and Control Tower keeps no
/// execution role in it.
/// </summary>
internal sealed class ManagementStack(StackSetHome home, RollOutPlan plan, TimeProvider clock)
{
    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(15);
    private readonly string _name = plan.ManagementStackName;

    /// <summary>True if the credentials are those of the account itself, which alone can make the stack.</summary>
    public bool IsWithin(OrgAccount account) => home.Caller.Account == AccountId.Parse(account.AccountId);

    /// <summary>The end that the account has come to already; null where the stack is to be made, or made anew.</summary>
    public async Task<(RollOutEnd? Known, string? Difference)> ConsiderAsync(OrgAccount account, CancellationToken cancellationToken)
    {
        if (!IsWithin(account))
        {
            return (End(account, CollectorRoleStatus.Skipped, "The management account takes a stack of its own, which only its own credentials can make; these are of " +
                $"account '{home.Caller.Account}'."), null);
        }

        var stack = await home.CloudFormation.Stacks.DescribeAsync(_name, cancellationToken).ConfigureAwait(false);
        if (stack is null)
        {
            return await home.Iam.Roles.GetAsync(plan.Role.RoleName, cancellationToken).ConfigureAwait(false) is { } other
                ? (End(account, CollectorRoleStatus.AlreadyInstalled, "The role was made otherwise; it was left as it is.", other.Arn), null)
                : (null, null);
        }

        var differences = string.Join(", ", StackSetDifference.Between(stack.Parameters, plan.Role.Parameters));
        return StackStatus.IsGood(stack.Status) && (differences.Length == 0 || !plan.Force)
            ? (End(account, CollectorRoleStatus.AlreadyInstalled, null), differences.Length == 0 ? null : differences)
            : (null, null);
    }

    /// <summary>Makes the stack, or brings it to what is wanted.</summary>
    public async IAsyncEnumerable<RollOutNews> InstallAsync(OrgAccount account, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stack = await home.CloudFormation.Stacks.DescribeAsync(_name, cancellationToken).ConfigureAwait(false);
        if (stack is not null && StackStatus.IsInProgress(stack.Status))
        {
            // An earlier run began it.
            await SettleAsync(cancellationToken).ConfigureAwait(false);
            stack = await home.CloudFormation.Stacks.DescribeAsync(_name, cancellationToken).ConfigureAwait(false);
        }

        if (stack is { Status: StackStatus.RollbackComplete or StackStatus.CreateFailed } && RollOutPlan.IsOurs(stack.Tags))
        {
            // A stack that could not be made is good for nothing but to be deleted.
            await home.CloudFormation.Stacks.DeleteAsync(_name, OperationId.New(), cancellationToken).ConfigureAwait(false);
            await SettleAsync(cancellationToken).ConfigureAwait(false);
            stack = null;
        }

        yield return new RollOutProgress($"Making the stack '{_name}' of the management account", 0, 0, 1);
        yield return await SendAsync(stack, cancellationToken).ConfigureAwait(false) is { } refused ? Refused(account, refused)
            : plan.Wait ? await EndOfAsync(account, CollectorRoleStatus.Installed, RollOutProblems.Failed, cancellationToken).ConfigureAwait(false)
            : End(account, CollectorRoleStatus.Pending, "The stack was begun; run the same command again to see what came of it.");
    }

    /// <summary>Changes parameters, or the template, of the stack that is there.</summary>
    public async Task<RollOutEnd> UpdateAsync(OrgAccount account, StackRequest request, CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        await home.CloudFormation.Stacks.UpdateAsync(request, cancellationToken).ConfigureAwait(false);
        return await EndOfAsync(account, CollectorRoleStatus.Updated, RollOutProblems.NotUpdated, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the stack, if this module made it.</summary>
    public async Task<RollOutEnd> RemoveAsync(OrgAccount account, CancellationToken cancellationToken)
    {
        var stack = await home.CloudFormation.Stacks.DescribeAsync(_name, cancellationToken).ConfigureAwait(false);
        if (stack is null)
        {
            return End(account, CollectorRoleStatus.NotInstalled, "There is no stack of this module's in the management account.");
        }

        if (!RollOutPlan.IsOurs(stack.Tags))
        {
            return new(End(account, CollectorRoleStatus.Skipped, RollOutProblems.NotOurs(_name).Message).Result);
        }

        await home.CloudFormation.Stacks.DeleteAsync(_name, OperationId.New(), cancellationToken).ConfigureAwait(false);
        var last = await SettleAsync(stack.Id, cancellationToken).ConfigureAwait(false);
        return last is null or { Status: StackStatus.DeleteComplete }
            ? End(account, CollectorRoleStatus.Removed, null)
            : await FailureAsync(account, last, RollOutProblems.NotRemoved, cancellationToken).ConfigureAwait(false);
    }

    public StackRequest Request(IReadOnlyDictionary<string, string>? tags) => new()
    {
        Name = _name,
        TemplateBody = plan.Role.Template.Body,
        Parameters = plan.Role.Parameters,
        Capabilities = plan.Role.Template.Capabilities,
        Tags = tags,
        RequestToken = OperationId.New(),
    };

    /// <summary>Begins to make or to update the stack; gives AWS's words where it does not take that, which is no reason to leave out the members.</summary>
    private async Task<string?> SendAsync(CloudFormationStack? stack, CancellationToken cancellationToken)
    {
        var request = Request(tags: stack is null ? RollOutPlan.Mark : null);
        try
        {
            if (stack is null)
            {
                await home.CloudFormation.Stacks.CreateAsync(request, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await home.CloudFormation.Stacks.UpdateAsync(request, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (SonraiException refused) when (refused.Problem.Kind is ProblemKind.InvalidInput or ProblemKind.Conflict or ProblemKind.NotAllowed)
        {
            return refused.Message;
        }
    }

    private RollOutEnd Refused(OrgAccount account, string why) =>
        new(End(account, CollectorRoleStatus.Failed, why).Result, RollOutProblems.Failed(account.AccountId, _name, why));

    private Task<CloudFormationStack?> SettleAsync(CancellationToken cancellationToken) => SettleAsync(_name, cancellationToken);

    private async Task<CloudFormationStack?> SettleAsync(string nameOrId, CancellationToken cancellationToken)
    {
        var pause = new Pause(clock, _firstLook, _longestLook);
        while (true)
        {
            var stack = await home.CloudFormation.Stacks.DescribeAsync(nameOrId, cancellationToken).ConfigureAwait(false);
            if (stack is null || !StackStatus.IsInProgress(stack.Status))
            {
                return stack;
            }

            await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<RollOutEnd> EndOfAsync(
        OrgAccount account, string good, Func<string, string, string, Problem> problem, CancellationToken cancellationToken)
    {
        var stack = await SettleAsync(cancellationToken).ConfigureAwait(false);
        return stack is not null && StackStatus.IsGood(stack.Status)
            ? End(account, good, null)
            : await FailureAsync(account, stack, problem, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The stack's own reason only says that something failed; the first event that did says what.</summary>
    private async Task<RollOutEnd> FailureAsync(
        OrgAccount account, CloudFormationStack? stack, Func<string, string, string, Problem> problem, CancellationToken cancellationToken)
    {
        const int RecentEvents = 100;
        var failed = stack is null ? null : await home.CloudFormation.Stacks.ListEventsAsync(stack.Id, cancellationToken).Take(RecentEvents)
            .LastOrDefaultAsync(one => one.Status?.EndsWith("_FAILED", StringComparison.Ordinal) == true && one.StatusReason is not null, cancellationToken)
            .ConfigureAwait(false);
        var why = failed?.StatusReason ?? stack?.StatusReason ?? stack?.Status ?? "the stack is not there";
        return new(End(account, CollectorRoleStatus.Failed, why).Result, problem(account.AccountId, _name, why));
    }

    private RollOutEnd End(OrgAccount account, string status, string? reason, string? roleArn = null) => new(new CollectorRoleResult
    {
        AccountId = account.AccountId,
        Name = account.Name,
        Status = status,
        Reason = reason,
        StackSet = _name,
        RoleArn = roleArn ?? new RoleArn(home.Partition, AccountId.Parse(account.AccountId), plan.Role.RoleName, plan.Role.RolePath).ToString(),
    });
}
