namespace SonraiControlTower;

/// <summary>
/// Looks whether what the stack was told holds, before anything is changed: a mistake in a form is said in one sentence, not found out account by
/// account.
/// </summary>
internal sealed class SetupChecks(FunctionSettings settings, IFunctionHost host, FunctionDeadline deadline)
{
    // IAM takes seconds, at times a minute, until the function's role, made a moment ago, is known everywhere.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    private readonly SetupPlan _plan = new(settings);

    /// <summary>Checks everything, and gives the session that it did so with.</summary>
    /// <exception cref="SonraiException">
    /// <c>TokenOutlivedByInterval</c>, <c>TokenSecretUnusable</c>, <c>SetupTokenRefused</c>, <c>CollectorNotFound</c>, <c>SetupOrganizationDiffers</c>,
    /// <c>AccountNotInOrganization</c>, <c>NotTheCollector</c>, <c>SetupChangeNotPossible</c>.
    /// </exception>
    public async Task<SetupSession> RunAsync(CustomResourceRequest request)
    {
        RotationInterval.DemandLonger(
            TimeSpan.FromDays(settings.Number(FunctionSettings.TokenLifetimeDays)), TimeSpan.FromDays(settings.Number(FunctionSettings.RotationDays)));
        var until = host.Clock.GetUtcNow() + _patience;
        while (true)
        {
            try
            {
                return await TryAsync(request).ConfigureAwait(false);
            }
            catch (SonraiException denied) when (denied.Problem.Kind == ProblemKind.NotAllowed && host.Clock.GetUtcNow() < until)
            {
                await Task.Delay(_pause, host.Clock, deadline.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task<SetupSession> TryAsync(CustomResourceRequest request)
    {
        var session = await SetupSession.OpenAsync(settings, host, deadline.Token).ConfigureAwait(false);
        try
        {
            await CheckDigAsync(session).ConfigureAwait(false);
            await CheckOrganizationAsync(request).ConfigureAwait(false);
            await CheckCollectorAccountAsync().ConfigureAwait(false);
            await CheckChangeAsync(request).ConfigureAwait(false);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private async Task CheckDigAsync(SetupSession session)
    {
        var verdict = await session.Dig.Tokens.TestAsync(null, deadline.Token).ConfigureAwait(false);
        if (!verdict.IsValid)
        {
            throw new SonraiException(FunctionProblems.TokenRefused(verdict.Reason ?? verdict.Status));
        }

        await session.CollectorAsync(settings, deadline.Token).ConfigureAwait(false);
    }

    private async Task CheckOrganizationAsync(CustomResourceRequest request)
    {
        var organizations = await host.Aws.OpenOrganizationsAsync(host.Access, deadline.Token).ConfigureAwait(false);
        var real = await organizations.DescribeOrganizationAsync(deadline.Token).ConfigureAwait(false);
        var asked = settings.Text(FunctionSettings.OrganizationId);
        if (real.Id != asked)
        {
            throw new SonraiException(FunctionProblems.OtherOrganization(asked, real.Id));
        }

        var named = new[] { IntegrationParameters.AuditAccount, IntegrationParameters.LogArchiveAccount }
            .Select(request.Property).OfType<string>().Select(AccountId.Parse).ToHashSet();
        if (named.Count > 0)
        {
            var found = await organizations.ListAccountsAsync(deadline.Token).Select(account => AccountId.Parse(account.AccountId))
                .ToHashSetAsync(cancellationToken: deadline.Token).ConfigureAwait(false);
            if (named.Except(found).Order().Select(id => (AccountId?)id).FirstOrDefault() is { } stranger)
            {
                throw new SonraiException(AccountProblems.NotInOrganization(stranger, real.Id));
            }
        }
    }

    private async Task CheckCollectorAccountAsync()
    {
        var (collector, role) = (_plan.Role.CollectorAccount, _plan.RollOut.ExecutionRoleName);
        var own = await AccountKeys.OpenAsync(host.Aws, host.Access, deadline.Token).ConfigureAwait(false);
        var (keys, refusal) = await own.EnterAsync(host.Aws, collector, role, deadline.Token).ConfigureAwait(false);
        if (keys is null)
        {
            throw new SonraiException(ProofProblems.NotTheCollector(own.Caller.Account, collector, role, refusal!));
        }
    }

    /// <summary>
    /// What stands in the accounts already decides, not what the request says it was: when an update is rolled back, CloudFormation asks for the
    /// way back in the same form.
    /// </summary>
    private async Task CheckChangeAsync(CustomResourceRequest request)
    {
        var cloudFormation = await host.Aws.OpenCloudFormationAsync(host.Access, deadline.Token).ConfigureAwait(false);
        var set = await cloudFormation.StackSets.DescribeAsync(_plan.StackSet, deadline.Token).ConfigureAwait(false);
        if (set is { Status: StackSet.Active } && RollOutPlan.IsOurs(set.Tags))
        {
            Demand(set, RoleTemplateParameters.RoleName, "The role's name", _plan.Role.Name);
            Demand(set, RoleTemplateParameters.CollectorAccount, "The collector's account", _plan.Role.CollectorAccount.ToString());
        }
        else if (set is not { Status: StackSet.Active } && request.Changes(IntegrationParameters.StackSetName)
            && request.OldProperty(IntegrationParameters.StackSetName) is { } old
            && await MayBeThereAsync(cloudFormation, new StackSetRef(old)).ConfigureAwait(false))
        {
            throw new SonraiException(FunctionProblems.ChangeNotPossible("The stack set's name", old, _plan.StackSet.Name));
        }
    }

    /// <summary>The function's rights are those of the set that it is told of; another that it may not see may be there.</summary>
    private async Task<bool> MayBeThereAsync(ICloudFormation cloudFormation, StackSetRef stackSet)
    {
        try
        {
            return await cloudFormation.StackSets.DescribeAsync(stackSet, deadline.Token).ConfigureAwait(false) is { Status: StackSet.Active };
        }
        catch (SonraiException denied) when (denied.Problem.Kind == ProblemKind.NotAllowed)
        {
            return true;
        }
    }

    private static void Demand(StackSet set, string parameter, string what, string wanted)
    {
        if (set.Parameters.TryGetValue(parameter, out var was) && was.Length > 0 && was != wanted)
        {
            throw new SonraiException(FunctionProblems.ChangeNotPossible(what, was, wanted));
        }
    }
}
