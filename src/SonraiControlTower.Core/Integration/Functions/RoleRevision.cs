namespace SonraiControlTower;

/// <summary>
/// Changes the role in the accounts that have it, where an update of the stack changes what it is to be: the external id, the policy, the boundary,
/// or, with a new package, the template.
/// </summary>
internal sealed class RoleRevision(FunctionSettings settings, IFunctionHost host, FunctionDeadline deadline)
{
    private const int Shown = 10;
    private readonly SetupPlan _plan = new(settings);

    /// <exception cref="SonraiException"><c>SetupUpdateStopped</c>, <c>StackSetNotOurs</c>, or what AWS answers.</exception>
    public async Task RunAsync(CustomResourceRequest request)
    {
        if (request.RequestType != "Update")
        {
            return;
        }

        var change = Change(request);
        var organizations = await host.Aws.OpenOrganizationsAsync(host.Access, deadline.Token).ConfigureAwait(false);
        var home = await StackSetHome.OpenAsync(host.Aws, host.Access, deadline.Token).ConfigureAwait(false);

        // The management account's role is the stack's own, or another stack's: the function may not write there.
        var scope = await RollOutScope.ReadAsync(organizations, [], [home.Caller.Account], deadline.Token).ConfigureAwait(false);
        var updater = new RoleUpdater(home, _plan.RollOut, change, host.Clock);
        if (await PrepareAsync(updater, scope, isOnlyTheTemplate: change with { TemplateBody = null } is { IsEmpty: true }).ConfigureAwait(false) is { Open.Count: > 0 } work)
        {
            await UpdateAsync(updater, work).ConfigureAwait(false);
        }
    }

    private RoleChange Change(CustomResourceRequest request)
    {
        var role = _plan.Role;
        return new()
        {
            ExternalId = request.Changes(IntegrationParameters.CollectorExternalId) ? role.ExternalId : null,
            PolicyChoice = request.Changes(IntegrationParameters.PolicyChoice) ? role.PolicyChoice : null,
            PermissionsBoundaryArn = request.Changes(IntegrationParameters.PermissionsBoundaryArn) ? role.PermissionsBoundaryArn ?? "" : null,
            TemplateBody = RoleTemplate.Collector.Body,
        };
    }

    /// <summary>What there is to change; null where there is no set yet, or somebody else's that need not change.</summary>
    private async Task<RollOutWork?> PrepareAsync(RoleUpdater updater, RollOutScope scope, bool isOnlyTheTemplate)
    {
        try
        {
            return await updater.PrepareAsync(scope, deadline.Token).ConfigureAwait(false);
        }
        catch (SonraiException none) when (none.Problem.Kind == ProblemKind.NotFound)
        {
            return null;
        }
        catch (SonraiException notOurs) when (notOurs.Problem.Id == RollOutProblems.NotOursId && isOnlyTheTemplate)
        {
            host.Log(notOurs.Message);
            return null;
        }
    }

    private async Task UpdateAsync(RoleUpdater updater, RollOutWork work)
    {
        var failed = new List<CollectorRoleResult>();
        var isStopped = false;
        await foreach (var news in updater.UpdateAsync(work, work.Open, deadline.Token).ConfigureAwait(false))
        {
            if (news is not RollOutEnd { Result: var end })
            {
                continue;
            }

            host.Log($"The role of account {end.AccountId}: {end.Status}{(end.Reason is { } reason ? $", {reason}" : "")}");
            isStopped |= end.Status == CollectorRoleStatus.Pending;
            if (end.Status == CollectorRoleStatus.Failed)
            {
                failed.Add(end);
            }
        }

        if (isStopped)
        {
            throw new SonraiException(FunctionProblems.UpdateStopped(string.Join("; ", failed.Take(Shown).Select(end => $"{end.AccountId} ({end.Reason})"))));
        }
    }
}
