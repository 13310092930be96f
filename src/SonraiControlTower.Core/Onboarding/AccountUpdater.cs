namespace SonraiControlTower;

/// <summary>
/// Changes what registered accounts are read and mended through: only of registrations made through this module, unless the caller insists. It
/// looks how they are, has those changed that are not yet as they shall be, and believes what Dig shows afterwards. Nothing is sent twice: run
/// again after any interruption, it does what is missing. Where Dig has lost something on the way, it sends no more.
/// </summary>
public sealed class AccountUpdater(IDig dig, AccountRoleChange change, bool force)
{
    /// <summary>How many registrations are changed in one request.</summary>
    public const int BatchSize = 100;

    private Problem? _lossy;

    /// <summary>Finds what is to be changed of these accounts, and says of each of the others what end it has come to already.</summary>
    /// <param name="accounts">The accounts, each once, with its ARN in its organization where that is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(IReadOnlyList<AccountUpdate> Updates, IReadOnlyDictionary<AccountId, AccountUpdateEnd> Ends)> ConsiderAsync(
        IReadOnlyCollection<(AccountId Id, string? Arn)> accounts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var found = (await dig.CloudAccounts.FindAsync([.. accounts.Select(one => one.Id)], cancellationToken).ConfigureAwait(false))
            .DistinctBy(account => account.AccountId)
            .ToDictionary(account => AccountId.Parse(account.AccountId));
        var updates = new List<AccountUpdate>();
        var ends = new Dictionary<AccountId, AccountUpdateEnd>();

        foreach (var (id, arn) in accounts)
        {
            if (!found.TryGetValue(id, out var account))
            {
                ends[id] = Failed(id, null, RegistrationProblems.NotRegistered(id));
                continue;
            }

            var update = change.For(account, arn);
            if (update.IsMetBy(account))
            {
                ends[id] = new AccountUpdateEnd(End(id, account, AccountUpdateStatus.AlreadyDone));
            }
            else if (!force && account.RegisteredBy != RegistrationRequest.RegisteredBy)
            {
                ends[id] = Failed(id, account, RegistrationProblems.RegisteredElsewhere(id));
            }
            else
            {
                updates.Add(update);
            }
        }

        return (updates, ends);
    }

    /// <summary>Changes up to <see cref="BatchSize"/> registrations and gives the end that each came to.</summary>
    /// <exception cref="SonraiException">
    /// Only where none of these can have been changed; <c>AccountUpdateLossy</c> where Dig has lost something with one changed before.
    /// </exception>
    public async Task<IReadOnlyDictionary<AccountId, AccountUpdateEnd>> ApplyAsync(
        IReadOnlyList<AccountUpdate> updates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(updates);
        if (_lossy is not null)
        {
            throw new SonraiException(_lossy);
        }

        var answers = (await dig.CloudAccounts.UpdateAsync(updates, cancellationToken).ConfigureAwait(false))
            .ToDictionary(answer => answer.AccountId);
        return updates.ToDictionary(
            update => AccountId.Parse(update.Account.AccountId),
            update => Settle(update, answers[AccountId.Parse(update.Account.AccountId)]));
    }

    private AccountUpdateEnd Settle(AccountUpdate update, AccountUpdateAnswer answer) => answer switch
    {
        { Now: null } => Failed(answer.AccountId, null, answer.Problem ?? RegistrationProblems.NotRegistered(answer.AccountId)),
        { Lost.Count: > 0 } => Failed(answer.AccountId, answer.Now, _lossy = AccountUpdateProblems.Lossy(answer.Now, answer.Lost)),
        _ when update.IsMetBy(answer.Now) => new AccountUpdateEnd(End(answer.AccountId, answer.Now, AccountUpdateStatus.Done)),
        _ => Failed(answer.AccountId, answer.Now, answer.Problem ?? AccountUpdateProblems.NotTaken(update, answer.Now)),
    };

    private static AccountUpdateEnd Failed(AccountId id, SonraiAccount? account, Problem problem) =>
        new(End(id, account, AccountUpdateStatus.Failed) with { Reason = problem.Message }, problem);

    private static AccountUpdateResult End(AccountId id, SonraiAccount? account, string status) => new()
    {
        AccountId = id.ToString(),
        Status = status,
        Collector = account?.Collector,
        RoleArn = account?.RoleArn,
        BotRoleArn = account?.BotRoleArn,
        Srn = account?.Srn,
    };
}
