using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>The identities that were imported. What one import brings takes the place of what was known of the same account, all at once.</summary>
internal sealed class LocalIdentities : IIdentities
{
    private readonly Lock _change = new();
    private readonly PolicyDocuments _documents = new();
    private volatile Estate _current = Estate.Empty;

    /// <summary>What is known now. It does not change; an import makes another.</summary>
    public Estate Current => _current;

    public async IAsyncEnumerable<SonraiIdentityImport> ImportAsync(
        string path, Action<Problem> problem, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var paths = IdentityFiles.Find(path);
        var areNamed = paths is [var only] && only == path;
        var draft = new EstateDraft();
        OrganizationPolicies? organization = null;
        var organizationFile = "";
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
                (organization, organizationFile) = (file.Organization, file.Name);
            }
        }

        var accounts = draft.Accounts.Select(account => (Draft: account, Identities: draft.Assemble(account, problem))).ToList();
        Change([.. accounts.Select(account => account.Identities)], organization);
        foreach (var account in accounts)
        {
            yield return Answer(account.Draft, string.Join(", ", account.Draft.Files.Select(file => file.Name)));
        }

        if (organization is not null)
        {
            yield return Answer(organization, organizationFile, problem);
        }
    }

    public async Task<SonraiIdentityImport> ImportAsync(
        AccountId account, string source, IAsyncEnumerable<IamEntity> entities, Action<Problem> problem, CancellationToken cancellationToken)
    {
        // One way in for both: what IAM told is written as the CLI writes it, and read as its files are.
        var text = await AuthorizationDetailsWriter.WriteAsync(entities, cancellationToken).ConfigureAwait(false);
        var file = IdentityFile.Parse(source, text, _documents);
        foreach (var wrong in file.Problems)
        {
            problem(wrong);
        }

        var draft = new EstateDraft();
        Take(draft, file, problem);
        var told = draft.Accounts.FirstOrDefault(one => one.Account == account) ?? new AccountDraft(account);
        Change([draft.Assemble(told, problem)], null);
        return Answer(told, source);
    }

    public Task<SonraiIdentityImport> ImportAsync(
        OrganizationPolicies policies, string source, Action<Problem> problem, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change([], policies);
        return Task.FromResult(Answer(policies, source, problem));
    }

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) =>
        Current.Principals.Select(principal => principal.Arn).ToAsyncEnumerable();

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

    private void Change(IReadOnlyList<AccountIdentities> brought, OrganizationPolicies? organization)
    {
        lock (_change)
        {
            organization ??= _current.Organization;
            var tree = organization is null ? null : new OrganizationTree(organization, _documents);
            var accounts = _current.Accounts.ExceptBy(brought.Select(one => one.Account), one => one.Account).Concat(brought)
                .OrderBy(one => one.Account)
                .Select(one => one with { Guardrails = tree?.Over(one.Account) ?? Guardrails.None });
            _current = new Estate([.. accounts], organization);
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

    private SonraiIdentityImport Answer(OrganizationPolicies policies, string source, Action<Problem> problem)
    {
        foreach (var wrong in new OrganizationTree(policies, _documents).Problems())
        {
            problem(wrong);
        }

        return new SonraiIdentityImport
        {
            Source = source,
            ServiceControlPolicies = policies.ServiceControlPolicies.Count,
            ResourceControlPolicies = policies.ResourceControlPolicies.Count,
        };
    }
}
