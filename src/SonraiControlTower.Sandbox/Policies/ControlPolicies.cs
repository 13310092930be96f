namespace SonraiControlTower.Sandbox;

/// <summary>
/// The policies of one kind in the organization, attached to the root, units and accounts. At each level of an account's path something must
/// allow, and nothing may deny
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP evaluation</see>).
/// </summary>
/// <param name="organizationId">The organization, which the ids of its policies follow from.</param>
/// <param name="type">Their type, as Organizations calls it.</param>
/// <param name="fullAccessName">AWS's own policy of the type, which allows everything.</param>
internal sealed class ControlPolicies(string organizationId, string type, string fullAccessName)
{
    private readonly SortedDictionary<string, ControlPolicy> _policies = new(StringComparer.Ordinal)
    {
        [fullAccessName] = new($"p-{fullAccessName}", fullAccessName, IsAwsManaged: true, FullAccess(type)),
    };

    // A target that is not here has what AWS attaches to every root, unit and account: full access.
    private readonly Dictionary<string, SortedSet<string>> _attached = [];

    /// <summary>The word of Organizations for what these are, such as <c>SERVICE_CONTROL_POLICY</c>.</summary>
    public string Type => type;

    /// <summary>The policies in the order of their names, attached or not.</summary>
    public IReadOnlyCollection<ControlPolicy> Policies => _policies.Values;

    /// <summary>Attaches a policy. It is made if there is none of that name, and says from now on what is given, wherever it is attached.</summary>
    public void Attach(string target, string name, PolicyDocument document)
    {
        PolicyText.Of(document);
        At(target).Add(name);
        _policies[name] = new ControlPolicy($"p-{StableId.Letters(8, organizationId, type, name).ToLowerInvariant()}", name, IsAwsManaged: false, document);
    }

    public bool Detach(string target, string name) => At(target).Remove(name);

    /// <summary>Whether a target has a policy.</summary>
    public bool IsAttached(string target, ControlPolicy policy) =>
        _attached.TryGetValue(target, out var names) ? names.Contains(policy.Name) : policy.Name == fullAccessName;

    /// <summary>What the policies say on the path from the account up to the root.</summary>
    public Verdict Judge(IEnumerable<string> path, AccessRequest request)
    {
        var verdict = Verdict.Allowed;
        foreach (var target in path)
        {
            if (_attached.TryGetValue(target, out var names))
            {
                var level = names.Select(name => _policies[name].Document).Judge(request);
                if (level == Verdict.Denied)
                {
                    return Verdict.Denied;
                }

                // INVARIANT: one silent level denies, whatever the others allow.
                verdict = level == Verdict.Silent ? Verdict.Silent : verdict;
            }
        }

        return verdict;
    }

    private SortedSet<string> At(string target)
    {
        if (!_attached.TryGetValue(target, out var names))
        {
            _attached.Add(target, names = new(StringComparer.Ordinal) { fullAccessName });
        }

        return names;
    }

    // Only the policy of resources says for whom.
    private static PolicyDocument FullAccess(string type) => new(type == OrganizationPolicyType.ServiceControl
        ? """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""
        : """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""");
}

/// <summary>A service control policy or resource control policy.</summary>
internal sealed record ControlPolicy(string Id, string Name, bool IsAwsManaged, PolicyDocument Document);
