namespace SonraiControlTower.Engine;

/// <summary>The registrations of the local engine: each account with one collector, as a tenant has it.</summary>
internal sealed class LocalCloudAccounts(string tenant, LocalCollectors collectors, LocalSession session, LocalAuditLog audit) : ICloudAccounts
{
    private const int MostInOneRequest = 100;
    private readonly Lock _gate = new();

    // INVARIANT: one registration an account; sorted, so that every listing is in the same order.
    private readonly SortedDictionary<AccountId, Registration> _registrations = [];

    public IAsyncEnumerable<SonraiAccount> ListAsync(SonraiCollector collector, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collector);
        return session.Stream(() => Registered(collector), cancellationToken);
    }

    public async Task<IReadOnlyList<SonraiAccount>> FindAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        session.Demand(cancellationToken);
        lock (_gate)
        {
            return [.. ids.Distinct().Order().Where(_registrations.ContainsKey).Select(id => _registrations[id].Account)];
        }
    }

    public async Task<IReadOnlyList<RegistrationAnswer>> RegisterAsync(
        SonraiCollector collector, IReadOnlyList<RegistrationRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collector);
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(requests.Count, MostInOneRequest, nameof(requests));
        session.Demand(cancellationToken);
        var known = collectors.Demand(collector);
        lock (_gate)
        {
            return [.. requests.Select(request => Register(known, request))];
        }
    }

    public async Task<IReadOnlyDictionary<AccountId, Problem>> UnregisterAsync(
        IReadOnlyList<SonraiAccount> accounts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(accounts.Count, MostInOneRequest, nameof(accounts));
        session.Demand(cancellationToken);
        var problems = new Dictionary<AccountId, Problem>();
        lock (_gate)
        {
            foreach (var account in accounts)
            {
                var id = AccountId.Parse(account.AccountId);

                // Dig ends what the SRN names: an account that was registered anew since has another one, and stays.
                if (_registrations.GetValueOrDefault(id)?.Account.Srn != account.Srn)
                {
                    problems[id] = RegistrationProblems.UnregistrationRefused(id, $"there is no registration '{account.Srn}'.");
                }
                else
                {
                    _registrations.Remove(id);
                    audit.Record("DeletePlatformcloudaccount", account.Srn, $"Ended the registration of the account {id}.");
                }
            }
        }

        return problems;
    }

    public async Task<IReadOnlyList<AccountUpdateAnswer>> UpdateAsync(IReadOnlyList<AccountUpdate> updates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(updates);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(updates.Count, MostInOneRequest, nameof(updates));
        session.Demand(cancellationToken);
        lock (_gate)
        {
            return [.. updates.Select(Update)];
        }
    }

    private AccountUpdateAnswer Update(AccountUpdate update)
    {
        var id = AccountId.Parse(update.Account.AccountId);
        var srn = update.Account.Srn;

        // As with the end of a registration: one that was made anew since has another SRN, and is not the one that was meant.
        if (!_registrations.TryGetValue(id, out var registration) || registration.Account.Srn != srn)
        {
            return new AccountUpdateAnswer(id, registration?.Account, AccountUpdateProblems.Refused(id, $"there is no registration '{srn}'."));
        }

        var now = registration.Account with
        {
            RoleArn = update.RoleArn ?? registration.Account.RoleArn,
            BotRoleArn = update.RemovesBotRole ? null : update.BotRoleArn ?? registration.Account.BotRoleArn,
        };
        _registrations[id] = registration with { Account = now };
        audit.Record("UpdatePlatformcloudaccount", srn, $"Changed the roles of the account {id}.");
        return new AccountUpdateAnswer(id, now, Problem: null);
    }

    private RegistrationAnswer Register(SonraiCollector collector, RegistrationRequest request)
    {
        if (_registrations.TryGetValue(request.AccountId, out var existing))
        {
            var refused = RegistrationProblems.Refused(
                request.AccountId, $"it is registered with the collector '{existing.Account.Collector}' already.");
            return new RegistrationAnswer(request.AccountId, RegistrationOutcome.Refused, Srn: null, refused);
        }

        var srn = $"srn:{tenant}::PlatformCloudAccount/{Guid.NewGuid()}";
        _registrations.Add(request.AccountId, new Registration(collector.Srn, new SonraiAccount
        {
            AccountId = request.AccountId.ToString(),
            Collector = collector.Name,
            Srn = srn,
            RoleArn = request.RoleArn,
            BotRoleArn = request.BotRoleArn,
            RegisteredBy = RegistrationRequest.RegisteredBy,
        }));
        audit.Record("CreatePlatformcloudaccount", srn, $"Registered the account {request.AccountId} with the collector '{collector.Name}'.");
        return new RegistrationAnswer(request.AccountId, RegistrationOutcome.Made, srn, Problem: null);
    }

    /// <summary>What is registered with a collector now.</summary>
    public IReadOnlyList<SonraiAccount> Registered(SonraiCollector collector)
    {
        lock (_gate)
        {
            return [.. _registrations.Values.Where(one => one.CollectorSrn == collector.Srn).Select(one => one.Account)];
        }
    }

    private sealed record Registration(string CollectorSrn, SonraiAccount Account);
}
