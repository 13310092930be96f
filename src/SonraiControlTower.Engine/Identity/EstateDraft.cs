using System.Globalization;

namespace SonraiControlTower.Engine;

/// <summary>What one import has read so far, account by account. Pages of an account and the outputs of several filters come together here.</summary>
internal sealed class EstateDraft
{
    private readonly SortedDictionary<AccountId, AccountDraft> _accounts = [];
    private readonly Dictionary<string, ManagedDraft> _awsManaged = new(StringComparer.Ordinal);

    /// <summary>Takes what a file tells. A file may tell of several accounts; AWS's own policies are everybody's.</summary>
    /// <param name="file">The file.</param>
    /// <param name="only">The account that it is taken for; null for all that it tells of.</param>
    /// <exception cref="SonraiException"><c>IdentityFileUnreadable</c> for an ARN that names no account.</exception>
    public void Add(IdentityFile file, AccountId? only = null)
    {
        // All ARNs are looked at before anything is taken, so that a file is taken wholly or not at all.
        var identities = file.Details!.Identities.Select(identity => (Of: Account(identity.Arn, file.Name), identity)).ToList();
        var policies = file.Details.Policies.Where(policy => !IsAwsManaged(policy.Arn)).Select(policy => (Of: Account(policy.Arn, file.Name), policy)).ToList();
        var touched = new HashSet<AccountDraft>();
        foreach (var (account, identity) in identities.Where(one => only is null || one.Of.Account == only))
        {
            account.Identities.Add(identity);
            touched.Add(account);
        }

        foreach (var (account, policy) in policies.Where(one => only is null || one.Of.Account == only))
        {
            account.Policies[policy.Arn] = policy;
            touched.Add(account);
        }

        foreach (var policy in file.Details.Policies.Where(policy => IsAwsManaged(policy.Arn)))
        {
            _awsManaged.TryAdd(policy.Arn, policy);
            foreach (var account in touched)
            {
                account.Policies[policy.Arn] = policy;
            }
        }

        foreach (var account in touched)
        {
            account.Files.Add(file);
        }
    }

    /// <summary>The accounts that files tell of, in the order of their ids.</summary>
    public IEnumerable<AccountDraft> Accounts => _accounts.Values.Where(account => account.Files.Count > 0);

    public AccountIdentities Assemble(AccountDraft account, Action<Problem> problem) => new AccountAssembly(
        account.Account,
        new AuthorizationDetails(account.Identities, []),
        arn => account.Policies.GetValueOrDefault(arn) ?? _awsManaged.GetValueOrDefault(arn),
        problem).Assemble();

    private AccountDraft Account(string arn, string file)
    {
        // arn:PARTITION:iam::ACCOUNT:KIND/PATH/NAME
        var parts = arn.Split(':', 6);
        if (parts.Length < 6 || !AccountId.TryParse(parts[4], out var id))
        {
            throw new SonraiException(IdentityProblems.Unreadable(file, string.Create(CultureInfo.InvariantCulture, $"the ARN '{arn}' names no account.")));
        }

        if (!_accounts.TryGetValue(id, out var account))
        {
            _accounts[id] = account = new AccountDraft(id);
        }

        return account;
    }

    private static bool IsAwsManaged(string arn) => arn.Contains(":iam::aws:policy/", StringComparison.Ordinal);
}

/// <summary>What one import has read of one account.</summary>
internal sealed class AccountDraft(AccountId account)
{
    public AccountId Account { get; } = account;

    public List<IdentityDraft> Identities { get; } = [];

    public Dictionary<string, ManagedDraft> Policies { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that tell of it.</summary>
    public List<IdentityFile> Files { get; } = [];

    public int Count(string kind) => Identities.Where(identity => identity.Kind == kind).DistinctBy(identity => identity.Arn).Count();
}
