namespace SonraiControlTower;

/// <summary>The keys to ask for roles with: those at hand if they are of the collector's account, else those of a role there.</summary>
/// <param name="aws">AWS.</param>
/// <param name="access">The credentials at hand.</param>
/// <param name="account">The collector's account; null where the credentials at hand are its own.</param>
/// <param name="executionRoleName">The role that opens the collector's account to them.</param>
/// <param name="clock">Tells when keys end.</param>
internal sealed class CollectorEntry(IAws aws, AwsAccess access, AccountId? account, string executionRoleName, TimeProvider clock)
{
    private static readonly TimeSpan _keysEndSoon = TimeSpan.FromMinutes(5);

    private AccountKeys? _collector;

    /// <summary>The keys at hand, once somebody has become the collector.</summary>
    public AccountKeys? Own { get; private set; }

    /// <summary>The collector's keys, renewed before they end. Calls come one after another.</summary>
    /// <exception cref="SonraiException"><c>NotTheCollector</c>, or what AWS says of the credentials.</exception>
    public async Task<AccountKeys> BecomeCollectorAsync(CancellationToken cancellationToken)
    {
        if (_collector is { } known && (known.ExpiresAt is null || known.ExpiresAt - clock.GetUtcNow() > _keysEndSoon))
        {
            return known;
        }

        Own ??= await AccountKeys.OpenAsync(aws, access, cancellationToken).ConfigureAwait(false);
        var collector = account ?? Own.Caller.Account;
        var (keys, refusal) = await Own.EnterAsync(aws, collector, executionRoleName, cancellationToken).ConfigureAwait(false);
        return _collector = keys ?? throw new SonraiException(ProofProblems.NotTheCollector(Own.Caller.Account, collector, executionRoleName, refusal!));
    }
}
