namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>
/// Registrations whose every step can go wrong as the test says. It takes an account twice if it is sent twice, so that a test sees what a
/// tenant would have had to refuse.
/// </summary>
internal sealed class FakeCloudAccounts : ICloudAccounts
{
    private readonly HashSet<AccountId> _sentSinceRead = [];
    private int _calls;

    /// <summary>What is registered, in order.</summary>
    public List<SonraiAccount> Registered { get; } = [];

    /// <summary>Every registration that was asked for.</summary>
    public List<RegistrationRequest> Requests { get; } = [];

    /// <summary>The accounts of each registration request.</summary>
    public List<IReadOnlyList<AccountId>> Sent { get; } = [];

    /// <summary>The accounts of each reading of certain accounts.</summary>
    public List<IReadOnlyCollection<AccountId>> Read { get; } = [];

    /// <summary>Accounts that were sent again though no read had shown them missing.</summary>
    public List<AccountId> SentBlindly { get; } = [];

    /// <summary>The fate of each account when it is sent.</summary>
    public Func<AccountId, Fate> FateOf { get; set; } = _ => Fate.Made;

    /// <summary>Called before and after each call takes effect, with the number of such moments; whatever it throws ends the call.</summary>
    public Action<int> Moment { get; set; } = _ => { };

    public SonraiAccount Add(AccountId id, string? registeredBy = RegistrationRequest.RegisteredBy, SonraiCollector? collector = null)
    {
        var account = new SonraiAccount
        {
            AccountId = id.ToString(),
            Collector = (collector ?? FakeDig.Blue).Name,
            Srn = $"srn:acme::PlatformCloudAccount/{Registered.Count}",
            RoleArn = $"arn:aws:iam::{id}:role/there-before",
            RegisteredBy = registeredBy,
        };
        Registered.Add(account);
        return account;
    }

    public async IAsyncEnumerable<SonraiAccount> ListAsync(
        SonraiCollector collector, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Moment(_calls++);
        _sentSinceRead.Clear();
        foreach (var account in Registered.Where(account => account.Collector == collector.Name).ToList())
        {
            yield return account;
        }

        Moment(_calls++);
        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<SonraiAccount>> FindAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken)
    {
        Moment(_calls++);
        Read.Add(ids);
        _sentSinceRead.ExceptWith(ids);
        IReadOnlyList<SonraiAccount> found = [.. Registered.Where(account => ids.Contains(AccountId.Parse(account.AccountId)))];
        Moment(_calls++);
        return Task.FromResult(found);
    }

    public Task<IReadOnlyList<RegistrationAnswer>> RegisterAsync(
        SonraiCollector collector, IReadOnlyList<RegistrationRequest> requests, CancellationToken cancellationToken)
    {
        Moment(_calls++);
        Requests.AddRange(requests);
        Sent.Add([.. requests.Select(request => request.AccountId)]);
        IReadOnlyList<RegistrationAnswer> answers = [.. requests.Select(request => Register(collector, request))];
        Moment(_calls++);
        return Task.FromResult(answers);
    }

    /// <summary>What ending a registration comes to; null ends it.</summary>
    public Func<SonraiAccount, Problem?> RefusalOf { get; set; } = _ => null;

    public Task<IReadOnlyDictionary<AccountId, Problem>> UnregisterAsync(
        IReadOnlyList<SonraiAccount> accounts, CancellationToken cancellationToken)
    {
        var problems = new Dictionary<AccountId, Problem>();
        foreach (var account in accounts)
        {
            if (RefusalOf(account) is { } problem)
            {
                problems.Add(AccountId.Parse(account.AccountId), problem);
            }
            else
            {
                Registered.Remove(account);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<AccountId, Problem>>(problems);
    }

    /// <summary>The accounts of each change that was asked for.</summary>
    public List<IReadOnlyList<AccountUpdate>> Updated { get; } = [];

    /// <summary>What a change comes to; null makes it.</summary>
    public Func<AccountUpdate, AccountUpdateAnswer?> AnswerOf { get; set; } = _ => null;

    public Task<IReadOnlyList<AccountUpdateAnswer>> UpdateAsync(IReadOnlyList<AccountUpdate> updates, CancellationToken cancellationToken)
    {
        Updated.Add(updates);
        return Task.FromResult<IReadOnlyList<AccountUpdateAnswer>>([.. updates.Select(update => AnswerOf(update) ?? Change(update))]);
    }

    private AccountUpdateAnswer Change(AccountUpdate update)
    {
        var account = Registered.Single(one => one.Srn == update.Account.Srn);
        var now = account with
        {
            RoleArn = update.RoleArn ?? account.RoleArn,
            BotRoleArn = update.RemovesBotRole ? null : update.BotRoleArn ?? account.BotRoleArn,
        };
        Registered[Registered.IndexOf(account)] = now;
        return new AccountUpdateAnswer(AccountId.Parse(account.AccountId), now, Problem: null);
    }

    private RegistrationAnswer Register(SonraiCollector collector, RegistrationRequest request)
    {
        var id = request.AccountId;
        if (!_sentSinceRead.Add(id))
        {
            SentBlindly.Add(id);
        }

        var fate = FateOf(id);
        var made = fate is Fate.Made or Fate.AnswerLost ? Add(id, collector: collector) : null;
        return fate switch
        {
            Fate.Made => new RegistrationAnswer(id, RegistrationOutcome.Made, made!.Srn, Problem: null),
            Fate.Refused => new RegistrationAnswer(
                id, RegistrationOutcome.Refused, Srn: null, RegistrationProblems.Refused(id, "the role cannot be assumed.")),
            _ => new RegistrationAnswer(id, RegistrationOutcome.Unknown, Srn: null, Problem: null),
        };
    }
}
