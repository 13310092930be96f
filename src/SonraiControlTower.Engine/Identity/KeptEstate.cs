namespace SonraiControlTower.Engine;

/// <summary>Makes the estate of what was told of it.</summary>
internal static class KeptEstate
{
    /// <summary>Out of what a store has kept. What was wrong with it was told when it was imported.</summary>
    public static Estate Read(IReadOnlyList<KeptFile> files, PolicyDocuments documents)
    {
        var draft = new EstateDraft();
        OrganizationPolicies? organization = null;
        foreach (var (account, file) in files.AsParallel().AsOrdered().Select(file => (file.Account, IdentityFile.Parse(file.Name, file.Text(), documents))))
        {
            if (file.Details is not null)
            {
                draft.Add(file, account);
            }

            organization = file.Organization ?? organization;
        }

        return Under(organization, draft.Accounts.Select(account => draft.Assemble(account, static _ => { })), documents);
    }

    /// <summary>Accounts, in their order, under the policies of the organization.</summary>
    public static Estate Under(OrganizationPolicies? organization, IEnumerable<AccountIdentities> accounts, PolicyDocuments documents)
    {
        var tree = organization is null ? null : new OrganizationTree(organization, documents);
        return new Estate(
            [.. accounts.OrderBy(account => account.Account).Select(account => account with { Guardrails = tree?.Over(account.Account) ?? Guardrails.None })],
            organization);
    }
}
