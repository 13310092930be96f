namespace SonraiControlTower.Engine;

/// <summary>
/// Where in an organization an account is, and which of its policies are over the account, level by level
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP evaluation</see>).
/// </summary>
/// <param name="organization">The policies and the tree.</param>
/// <param name="documents">Where policies are looked up.</param>
internal sealed class OrganizationTree(OrganizationPolicies organization, PolicyDocuments documents)
{
    private readonly bool _knowsAccounts = organization.Parents.Keys.Any(IsAccount);

    /// <summary>None for the management account, and for an account that is not in the organization.</summary>
    public Guardrails Over(AccountId account)
    {
        var path = account == organization.ManagementAccount ? [] : PathTo(account.ToString());
        return path.Count == 0
            ? Guardrails.None
            : new Guardrails(Levels(path, organization.ServiceControlPolicies), Levels(path, organization.ResourceControlPolicies));
    }

    /// <summary>The policies that cannot be understood.</summary>
    public IEnumerable<Problem> Problems() => organization.ServiceControlPolicies.Concat(organization.ResourceControlPolicies)
        .Select(policy => (policy.Id, Reading: documents.Read(policy.Document.Json)))
        .Where(policy => policy.Reading.Policy is null)
        .Select(policy => IdentityProblems.PolicyMalformed(policy.Id, policy.Reading.Why!));

    /// <summary>
    /// The targets that are no accounts, as a path from the root down: what to go by where nothing is told of the tree. Each of them is over all
    /// accounts, so that nothing is taken for allowed that may not be.
    /// </summary>
    public static IReadOnlyList<string> Chain(IEnumerable<OrganizationPolicy> policies) =>
        [.. policies.SelectMany(policy => policy.Targets).Distinct(StringComparer.Ordinal).Where(target => !IsAccount(target))
            .OrderBy(target => !target.StartsWith("r-", StringComparison.Ordinal)).ThenBy(target => target, StringComparer.Ordinal)];

    /// <summary>The ids from the root to the account.</summary>
    private List<string> PathTo(string account)
    {
        if (!_knowsAccounts)
        {
            return [.. Chain(organization.ServiceControlPolicies.Concat(organization.ResourceControlPolicies)), account];
        }

        List<string> path = [];
        // A tree that runs in a circle is no tree; it ends where it would begin again.
        for (var at = account; at is not null && organization.Parents.ContainsKey(account) && !path.Contains(at); at = organization.Parents.GetValueOrDefault(at))
        {
            path.Add(at);
        }

        path.Reverse();
        return path;
    }

    /// <summary>
    /// A level of the tree that has no policy is left out: AWS keeps at least one of a kind everywhere once the kind is in use, so nothing is known of
    /// it then.
    /// </summary>
    private IReadOnlyList<IReadOnlyList<HeldPolicy>> Levels(List<string> path, IReadOnlyList<OrganizationPolicy> policies) =>
        [.. path.Select(target => Held(target, policies)).Where(held => held.Length > 0)];

    private HeldPolicy[] Held(string target, IReadOnlyList<OrganizationPolicy> policies) =>
        [.. policies.Where(policy => policy.Targets.Contains(target, StringComparer.Ordinal))
            .OrderBy(policy => policy.Id, StringComparer.Ordinal)
            .Select(policy => (policy, documents.Read(policy.Document.Json).Policy))
            .Where(pair => pair.Policy is not null)
            .Select(pair => new HeldPolicy(pair.policy.Name, pair.policy.Id, target, pair.Policy!))];

    private static bool IsAccount(string target) => AccountId.TryParse(target, out _);
}
