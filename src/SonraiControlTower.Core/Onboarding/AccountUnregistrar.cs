namespace SonraiControlTower;

/// <summary>Ends registrations: only those made through this module, unless the caller insists.</summary>
public sealed class AccountUnregistrar(IDig dig)
{
    /// <summary>How many registrations are ended in one request.</summary>
    public const int BatchSize = 100;

    /// <summary>Finds what is registered of these accounts, and says of each of the others why it cannot be ended.</summary>
    public async Task<(IReadOnlyList<SonraiAccount> Registered, IReadOnlyDictionary<AccountId, Problem> Problems)> FindAsync(
        IReadOnlyCollection<AccountId> ids, bool force, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var found = await dig.CloudAccounts.FindAsync(ids, cancellationToken).ConfigureAwait(false);
        var problems = new Dictionary<AccountId, Problem>();

        foreach (var id in ids.Except(found.Select(account => AccountId.Parse(account.AccountId))))
        {
            problems[id] = RegistrationProblems.NotRegistered(id);
        }

        foreach (var account in found.Where(account => !force && account.RegisteredBy != RegistrationRequest.RegisteredBy))
        {
            var id = AccountId.Parse(account.AccountId);
            problems[id] = RegistrationProblems.RegisteredElsewhere(id);
        }

        return ([.. found.Where(account => !problems.ContainsKey(AccountId.Parse(account.AccountId)))], problems);
    }

    /// <summary>
    /// Ends the registrations. What Dig refuses, and what an answer leaves open, is settled by reading: a registration that is gone has ended.
    /// </summary>
    public async Task<IReadOnlyDictionary<AccountId, Problem>> UnregisterAsync(
        IReadOnlyList<SonraiAccount> accounts, CancellationToken cancellationToken)
    {
        var refused = await dig.CloudAccounts.UnregisterAsync(accounts, cancellationToken).ConfigureAwait(false);
        if (refused.Count == 0)
        {
            return refused;
        }

        var left = await dig.CloudAccounts.FindAsync([.. refused.Keys], cancellationToken).ConfigureAwait(false);
        var leftIds = left.Select(account => AccountId.Parse(account.AccountId)).ToHashSet();
        return refused.Where(entry => leftIds.Contains(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value);
    }
}
