using System.Globalization;

namespace SonraiControlTower.Engine;

/// <summary>What one import has read so far, account by account. Pages of an account and the outputs of several filters come together here.</summary>
internal sealed class EstateDraft
{
    private readonly SortedDictionary<AccountId, AccountDraft> _accounts = [];
    private readonly Dictionary<string, ManagedDraft> _awsManaged = new(StringComparer.Ordinal);

    /// <summary>Takes what a file tells. A file may tell of several accounts; AWS's own policies are everybody's.</summary>
    /// <exception cref="SonraiException"><c>IdentityFileUnreadable</c> for an ARN that names no account.</exception>
    public void Add(IdentityFile file)
    {
        var touched = new HashSet<AccountDraft>();
        foreach (var identity in file.Details!.Identities)
        {
            var account = Account(identity.Arn, file.Name);
            account.Identities.Add(identity);
            touched.Add(account);
        }

        List<ManagedDraft> shared = [];
        foreach (var policy in file.Details.Policies)
        {
            if (IsAwsManaged(policy.Arn))
            {
                _awsManaged.TryAdd(policy.Arn, policy);
                shared.Add(policy);
            }
            else
            {
                var account = Account(policy.Arn, file.Name);
                account.Policies[policy.Arn] = policy;
                touched.Add(account);
            }
        }

        foreach (var account in touched)
        {
            account.Files.Add(file);
            foreach (var policy in shared)
            {
                account.Policies[policy.Arn] = policy;
            }
        }
    }

    public IEnumerable<AccountDraft> Accounts => _accounts.Values;

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
