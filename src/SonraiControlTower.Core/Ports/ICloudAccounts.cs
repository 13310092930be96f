namespace SonraiControlTower;

/// <summary>The accounts that Dig monitors, each registered with one collector.</summary>
public interface ICloudAccounts
{
    /// <summary>The AWS accounts registered with a collector, page by page.</summary>
    IAsyncEnumerable<SonraiAccount> ListAsync(SonraiCollector collector, CancellationToken cancellationToken);

    /// <summary>Of these accounts, those registered with any collector now. It reads afresh, so that it can settle what a lost answer left open.</summary>
    Task<IReadOnlyList<SonraiAccount>> FindAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Registers up to 100 accounts in one request and says of each what came of it. An account that Dig refuses, or whose answer is lost, does
    /// not touch the others.
    /// </summary>
    /// <exception cref="SonraiException">Only where nothing can have been registered: the token is not accepted, or Dig cannot be reached.</exception>
    Task<IReadOnlyList<RegistrationAnswer>> RegisterAsync(
        SonraiCollector collector, IReadOnlyList<RegistrationRequest> requests, CancellationToken cancellationToken);

    /// <summary>Ends the registration of up to 100 accounts in one request; gives the problem for each that could not be ended.</summary>
    Task<IReadOnlyDictionary<AccountId, Problem>> UnregisterAsync(IReadOnlyList<SonraiAccount> accounts, CancellationToken cancellationToken);

    /// <summary>
    /// Changes up to 100 registrations in one request, reads them back, and says of each how it is now. What a change does not name is kept. Each
    /// is sent once: what a lost answer leaves open is settled by the reading.
    /// </summary>
    /// <exception cref="SonraiException"><c>OperationNotOffered</c>, or another problem where nothing can have been changed.</exception>
    Task<IReadOnlyList<AccountUpdateAnswer>> UpdateAsync(IReadOnlyList<AccountUpdate> updates, CancellationToken cancellationToken);
}
