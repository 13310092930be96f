using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>The identities that were imported. What one import brings takes the place of what was known of the same account, all at once.</summary>
/// <param name="store">Remembers them for later sessions; null for this one only. It is read when somebody first asks.</param>
internal sealed class LocalIdentities(Store? store = null) : IIdentities
{
    private readonly Lock _change = new();
    private readonly PolicyDocuments _documents = new();
    // A store in memory ends with the session, and so does what is kept in it.
    private readonly IdentityTables? _tables = store is null or { Path: ":memory:" } ? null : new IdentityTables(store);
    private Estate? _current;

    /// <summary>What is known now. It does not change; an import makes another.</summary>
    public Estate Current
    {
        get
        {
            lock (_change)
            {
                return _current ??= _tables is null ? Estate.Empty : KeptEstate.Read(_tables.Read(), _documents);
            }
        }
    }

    public async IAsyncEnumerable<SonraiIdentityImport> ImportAsync(
        string path, Action<Problem> problem, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var paths = IdentityFiles.Find(path);
        var areNamed = paths is [var only] && only == path;
        var draft = new EstateDraft();
        IdentityFile? organization = null;
        await foreach (var file in IdentityFiles.ReadAsync(paths, _documents, areNamed, cancellationToken).ConfigureAwait(false))
        {
            foreach (var wrong in file.Problems)
            {
                problem(wrong);
            }

            if (file.Details is not null)
            {
                Take(draft, file, problem);
            }
            else if (file.Organization is not null)
            {
                organization = file;
            }
        }

        var accounts = draft.Accounts.Select(account => (Draft: account, Identities: draft.Assemble(account, problem))).ToList();
        Change(accounts, organization);
        foreach (var account in accounts)
        {
            yield return Answer(account.Draft, string.Join(", ", account.Draft.Files.Select(file => file.Name)));
        }

        if (organization is not null)
        {
            yield return Answer(organization, problem);
        }
    }

    public async Task<SonraiIdentityImport> ImportAsync(
        AccountId account, string source, IAsyncEnumerable<IamEntity> entities, Action<Problem> problem, CancellationToken cancellationToken)
    {
        // One way in for both: what IAM told is written as the CLI writes it, and read as its files are.
        var text = await AuthorizationDetailsWriter.WriteAsync(entities, cancellationToken).ConfigureAwait(false);
        var file = IdentityFile.Parse(source, text, _documents);
        foreach (var wrong in file.Problems.Where(wrong => file.Details is not null))
        {
            problem(wrong);
        }

        // An account may well have nobody.
        var draft = new EstateDraft();
        if (file.Details is not null)
        {
            Take(draft, file, problem);
        }

        var told = draft.Accounts.FirstOrDefault(one => one.Account == account) ?? new AccountDraft(account) { Files = { file } };
        Change([(told, draft.Assemble(told, problem))], null);
        return Answer(told, source);
    }

    public Task<SonraiIdentityImport> ImportAsync(
        OrganizationPolicies policies, string source, Action<Problem> problem, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = new IdentityFile(source, OrganizationFile.Write(policies), null, policies, []);
        Change([], file);
        return Task.FromResult(Answer(file, problem));
    }

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) =>
        Current.Principals.Select(principal => principal.Arn).ToAsyncEnumerable();

    public IAsyncEnumerable<string> ListMembersAsync(string groupArn, CancellationToken cancellationToken) =>
        Current.MembersOf(groupArn).Select(user => user.Arn).ToAsyncEnumerable();

    private static void Take(EstateDraft draft, IdentityFile file, Action<Problem> problem)
    {
        try
        {
            draft.Add(file);
        }
        catch (SonraiException wrong)
        {
            problem(wrong.Problem);
        }
    }

    private void Change(IReadOnlyList<(AccountDraft Draft, AccountIdentities Identities)> brought, IdentityFile? organization)
    {
        var before = Current;
        lock (_change)
        {
            _tables?.Write([.. brought.Select(one => (one.Draft.Account, (IReadOnlyList<IdentityFile>)one.Draft.Files))], organization);
            before = _current ?? before;
            _current = KeptEstate.Under(
                organization?.Organization ?? before.Organization,
                before.Accounts.ExceptBy(brought.Select(one => one.Draft.Account), one => one.Account).Concat(brought.Select(one => one.Identities)),
                _documents);
        }
    }

    private static SonraiIdentityImport Answer(AccountDraft account, string source) => new()
    {
        Account = account.Account.ToString(),
        Source = source,
        Users = account.Count(IamKind.User),
        Groups = account.Count(IamKind.Group),
        Roles = account.Count(IamKind.Role),
        Policies = account.Policies.Count,
    };

    private SonraiIdentityImport Answer(IdentityFile organization, Action<Problem> problem)
    {
        var policies = organization.Organization!;
        foreach (var wrong in new OrganizationTree(policies, _documents).Problems())
        {
            problem(wrong);
        }

        return new SonraiIdentityImport
        {
            Source = organization.Name,
            ServiceControlPolicies = policies.ServiceControlPolicies.Count,
            ResourceControlPolicies = policies.ResourceControlPolicies.Count,
        };
    }
}
