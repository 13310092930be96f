namespace SonraiControlTower;

/// <summary>
/// Acts on events from here as the Setup function does in AWS: the same code, with what the integration stack was set up with, and with the token of
/// its secret.
/// </summary>
/// <param name="integration">The integration as its stack has it.</param>
/// <param name="host">Where it runs.</param>
public sealed class LifecycleRun(SonraiIntegration integration, IFunctionHost host)
{
    /// <summary>Acts on the events together, each account once, and says of each event what came of it.</summary>
    /// <exception cref="SonraiException">What keeps all of it from being done: the secret or the role of the stack is gone, AWS or Dig cannot be reached.</exception>
    public async Task<IReadOnlyList<LifecycleEventResult>> RunAsync(IReadOnlyList<LifecycleEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        var settings = await SettingsAsync(cancellationToken).ConfigureAwait(false);
        using var deadline = new FunctionDeadline(settings, host.Clock, cancellationToken);
        var work = new EventWork(settings, host, deadline);
        var results = await work.RunAsync(events).ConfigureAwait(false);
        return [.. events.Select(one => Of(one, [.. work.NotDone(one).Distinct()], results))];
    }

    private static LifecycleEventResult Of(LifecycleEvent one, IReadOnlyList<AccountId> open, IReadOnlyDictionary<AccountId, AccountSyncResult> results) => new()
    {
        EventId = one.Id,
        Name = one.Name,
        Kind = one.Kind,
        Status = open.Count > 0 ? LifecycleEventStatus.Failed
            : one.Kind is LifecycleEventKind.Failed or LifecycleEventKind.NotForUs ? LifecycleEventStatus.Ignored
            : LifecycleEventStatus.Done,
        AccountIds = [.. one.AccountIds.Select(id => id.ToString())],
        Reason = open.Count == 0 ? one.Reason : string.Join(' ', open.Select(id => $"{id}: {results.GetValueOrDefault(id)?.Reason ?? "AWS Organizations does not know the account, or not yet."}")),
    };

    private async Task<FunctionSettings> SettingsAsync(CancellationToken cancellationToken)
    {
        var roleName = integration.RoleName ?? RegistrationPlan.DefaultRoleName;
        var collector = AccountId.Parse(integration.CollectorAccount);
        var externalId = await OwnRole.ExternalIdAsync(host.Aws, host.Access, roleName, collector, cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(IntegrationProblems.ExternalIdUnknown(roleName));
        var variables = new Dictionary<string, string?>
        {
            [FunctionSettings.SecretId] = integration.SecretArn,
            [FunctionSettings.Endpoint] = integration.Endpoint,
            [FunctionSettings.CollectorName] = integration.CollectorName,
            [FunctionSettings.CollectorAccount] = integration.CollectorAccount,
            [FunctionSettings.ExternalId] = externalId.Reveal(),
            [FunctionSettings.OrganizationId] = integration.OrganizationId,
            [FunctionSettings.StackSetName] = integration.StackSetName,
            [FunctionSettings.RoleName] = roleName,
            [FunctionSettings.PermissionModel] = integration.PermissionModel,
            [FunctionSettings.PolicyChoice] = integration.PolicyChoice,
            [FunctionSettings.PermissionsBoundary] = integration.PermissionsBoundary,
        };
        return new FunctionSettings(variables.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!));
    }
}
