namespace SonraiControlTower.Dig;

/// <summary>A tenant's cloud accounts.</summary>
internal sealed class DigCloudAccounts(AccountReader reader, RegistrationBatch registration, UnregistrationBatch unregistration, AccountUpdateBatch update)
    : ICloudAccounts
{
    public IAsyncEnumerable<SonraiAccount> ListAsync(SonraiCollector collector, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collector);
        return reader.ListAsync(collector, cancellationToken).Select(found => found.Account);
    }

    public async Task<IReadOnlyList<SonraiAccount>> FindAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return [.. (await reader.FindAsync(ids, cancellationToken).ConfigureAwait(false)).Select(found => found.Account)];
    }

    public Task<IReadOnlyList<RegistrationAnswer>> RegisterAsync(
        SonraiCollector collector, IReadOnlyList<RegistrationRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collector);
        ArgumentNullException.ThrowIfNull(requests);
        return registration.SendAsync(collector, requests, cancellationToken);
    }

    public Task<IReadOnlyDictionary<AccountId, Problem>> UnregisterAsync(IReadOnlyList<SonraiAccount> accounts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return unregistration.SendAsync(accounts, cancellationToken);
    }

    public Task<IReadOnlyList<AccountUpdateAnswer>> UpdateAsync(IReadOnlyList<AccountUpdate> updates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(updates);
        return update.SendAsync(updates, cancellationToken);
    }
}
