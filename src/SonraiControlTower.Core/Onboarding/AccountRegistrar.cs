namespace SonraiControlTower;

/// <summary>
/// Brings accounts to Dig: adopts what is registered, skips what cannot be monitored, registers the rest in batches, and settles by reading
/// whatever an answer leaves open. Run again after any interruption, it does what is missing and nothing twice.
/// </summary>
public sealed class AccountRegistrar(IDig dig, RegistrationPlan plan, TimeProvider clock)
{
    /// <summary>How many accounts go into one request; the most that Sonrai's public tools send.</summary>
    public const int BatchSize = 100;

    private const int Attempts = 3;
    private Dictionary<AccountId, SonraiAccount>? _registered;

    /// <summary>
    /// Says what is to be said of an account before anything is sent: already registered, or not in a state to be monitored. Null means that
    /// the account is to be registered.
    /// </summary>
    public async ValueTask<RegistrationResult?> ConsiderAsync(OrgAccount account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var registered = await RegisteredAsync(cancellationToken).ConfigureAwait(false);
        if (registered.TryGetValue(AccountId.Parse(account.AccountId), out var existing))
        {
            return Adopted(account, existing);
        }

        return account.IsActive ? null : Ended(account, RegistrationStatus.Skipped) with
        {
            Reason = $"The account is {account.Status}, not ACTIVE.",
        };
    }

    /// <summary>What is registered with any collector, as it was when it was first asked for.</summary>
    public async ValueTask<IReadOnlyDictionary<AccountId, SonraiAccount>> RegisteredAsync(CancellationToken cancellationToken) =>
        _registered ??= await ReadRegisteredAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Registers up to <see cref="BatchSize"/> accounts and gives the end that each came to, in the order they were given. An account given
    /// twice is sent once.
    /// </summary>
    /// <exception cref="SonraiException">Only where no account of the batch has come to an end yet.</exception>
    public async Task<IReadOnlyList<Settled>> RegisterAsync(IReadOnlyList<OrgAccount> accounts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var ends = new Dictionary<string, Settled>();
        IReadOnlyList<OrgAccount> open = [.. accounts.DistinctBy(account => account.AccountId)];

        for (var attempt = 1; open.Count > 0; attempt++)
        {
            try
            {
                open = await TryOnceAsync(open, ends, lastAttempt: attempt == Attempts, cancellationToken).ConfigureAwait(false);
            }
            catch (SonraiException lost) when (ends.Count > 0)
            {
                // What Dig has confirmed must be told, though Dig went away before the rest was settled.
                foreach (var account in open.Where(account => !ends.ContainsKey(account.AccountId)))
                {
                    ends[account.AccountId] = Failed(account, lost.Problem);
                }

                break;
            }
        }

        return [.. accounts.Select(account => ends[account.AccountId])];
    }

    /// <summary>Sends one request and settles what it can; gives back the accounts that may be sent again.</summary>
    private async Task<IReadOnlyList<OrgAccount>> TryOnceAsync(
        IReadOnlyList<OrgAccount> accounts, Dictionary<string, Settled> ends, bool lastAttempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var requests = accounts.Select(account => plan.RequestFor(account, now)).ToList();
        var answers = (await dig.CloudAccounts.RegisterAsync(plan.Collector, requests, cancellationToken).ConfigureAwait(false))
            .ToDictionary(answer => answer.AccountId);

        foreach (var (account, request) in accounts.Zip(requests))
        {
            if (answers[request.AccountId] is { Outcome: RegistrationOutcome.Made } made)
            {
                ends[account.AccountId] = new Settled(Made(account, request, made.Srn));
            }
        }

        // INVARIANT: nothing is sent twice before a read has shown that the first did not arrive.
        var found = await FindUnconfirmedAsync(answers.Values, cancellationToken).ConfigureAwait(false);
        var again = new List<OrgAccount>();
        foreach (var (account, request) in accounts.Zip(requests).Where(pair => !ends.ContainsKey(pair.First.AccountId)))
        {
            var answer = answers[request.AccountId];
            var existing = found.GetValueOrDefault(request.AccountId);
            if (existing is null && answer.Outcome == RegistrationOutcome.Unknown && !lastAttempt)
            {
                again.Add(account);
                continue;
            }

            ends[account.AccountId] = Settle(account, request, answer, existing);
        }

        return again;
    }

    private async Task<IReadOnlyDictionary<AccountId, SonraiAccount>> FindUnconfirmedAsync(
        IEnumerable<RegistrationAnswer> answers, CancellationToken cancellationToken)
    {
        var unconfirmed = answers.Where(answer => answer.Outcome != RegistrationOutcome.Made).Select(answer => answer.AccountId).ToList();
        return unconfirmed.Count == 0
            ? new Dictionary<AccountId, SonraiAccount>()
            : (await dig.CloudAccounts.FindAsync(unconfirmed, cancellationToken).ConfigureAwait(false))
                .DistinctBy(account => account.AccountId)
                .ToDictionary(account => AccountId.Parse(account.AccountId));
    }

    private Settled Settle(OrgAccount account, RegistrationRequest request, RegistrationAnswer answer, SonraiAccount? existing) =>
        (answer.Outcome, existing) switch
        {
            (RegistrationOutcome.Unknown, { RegisteredBy: RegistrationRequest.RegisteredBy }) => new Settled(Made(account, request, existing.Srn)),
            (_, not null) => new Settled(Adopted(account, existing)),
            _ => Failed(account, answer.Problem ?? RegistrationProblems.AnswerLost(answer.AccountId)),
        };

    private RegistrationResult Made(OrgAccount account, RegistrationRequest request, string? srn) =>
        Ended(account, RegistrationStatus.Registered) with
        {
            Collector = plan.Collector.Name,
            RoleArn = request.RoleArn,
            Srn = srn,
        };

    private RegistrationResult Adopted(OrgAccount account, SonraiAccount existing) =>
        Ended(account, RegistrationStatus.AlreadyRegistered) with
        {
            Collector = existing.Collector,
            RoleArn = existing.RoleArn,
            Srn = existing.Srn,
            Reason = existing.Collector == plan.Collector.Name
                ? null
                : $"It is registered with the collector '{existing.Collector}', and was left there.",
        };

    private static Settled Failed(OrgAccount account, Problem problem) => new(RegistrationResult.Failed(account, problem), problem);

    private static RegistrationResult Ended(OrgAccount account, string status) =>
        new() { AccountId = account.AccountId, Name = account.Name, Status = status };

    /// <summary>What is registered with any collector: an account that another collector reads is adopted too.</summary>
    private async Task<Dictionary<AccountId, SonraiAccount>> ReadRegisteredAsync(CancellationToken cancellationToken)
    {
        var registered = new Dictionary<AccountId, SonraiAccount>();
        await foreach (var collector in dig.Collectors.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            await foreach (var account in dig.CloudAccounts.ListAsync(collector, cancellationToken).ConfigureAwait(false))
            {
                registered.TryAdd(AccountId.Parse(account.AccountId), account);
            }
        }

        return registered;
    }
}
