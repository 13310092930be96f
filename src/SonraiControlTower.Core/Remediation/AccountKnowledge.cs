namespace SonraiControlTower;

/// <summary>Lets the local engine know what has become of an account, so that its tickets say so. For several threads at once.</summary>
internal sealed class AccountKnowledge(IIdentities identities) : IDisposable
{
    private readonly SemaphoreSlim _store = new(1);

    public async Task RefreshAsync(AccountId account, IIam iam, CancellationToken cancellationToken)
    {
        var entities = await iam.GetAccountAuthorizationDetailsAsync([], cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        await _store.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // What is wrong with other policies of the account was told when it was imported.
            await identities.ImportAsync(account, "remediation", entities.ToAsyncEnumerable(), static _ => { }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _store.Release();
        }
    }

    public void Dispose() => _store.Dispose();
}
