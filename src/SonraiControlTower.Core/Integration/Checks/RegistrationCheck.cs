namespace SonraiControlTower;

/// <summary>Every account that can be worked with is registered with Dig.</summary>
internal sealed class RegistrationCheck : ICheck
{
    public string Name => "Registrations";

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        var accounts = await integration.ActiveAccountsAsync(cancellationToken).ConfigureAwait(false);
        var registered = new HashSet<string>();
        await foreach (var collector in integration.Dig.Collectors.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            await foreach (var account in integration.Dig.CloudAccounts.ListAsync(collector, cancellationToken).ConfigureAwait(false))
            {
                registered.Add(account.AccountId);
            }
        }

        string[] missing = [.. accounts.Select(account => account.AccountId).Where(id => !registered.Contains(id)).Order(StringComparer.Ordinal)];
        return missing.Length == 0
            ? IntegrationCheck.Pass(Name, $"All {accounts.Count} accounts are registered.")
            : IntegrationCheck.Fail(
                Name,
                $"{missing.Length} of {accounts.Count} accounts are not registered: {CheckedIntegration.Named(missing)}.",
                "Run Sync-SonraiAccount, or wait for the reconcile schedule: both register an account once its role is proved.");
    }
}
