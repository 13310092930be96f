namespace SonraiControlTower.Sandbox;

/// <summary>
/// The policies of one kind in the organization, attached to the root, units and accounts. At each level of an account's path something must
/// allow, and nothing may deny
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP evaluation</see>).
/// </summary>
internal sealed class OrganizationPolicies(string fullAccessName)
{
    private static readonly PolicyDocument _fullAccess = new(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""");

    // A target that is not here has what AWS attaches to every root, unit and account: full access.
    private readonly Dictionary<string, Dictionary<string, PolicyDocument>> _attached = [];

    public void Attach(string target, string name, PolicyDocument document)
    {
        PolicyText.Of(document);
        At(target)[name] = document;
    }

    public bool Detach(string target, string name) => At(target).Remove(name);

    /// <summary>What the policies say on the path from the account up to the root.</summary>
    public Verdict Judge(IEnumerable<string> path, AccessRequest request)
    {
        var verdict = Verdict.Allowed;
        foreach (var target in path)
        {
            if (_attached.TryGetValue(target, out var policies))
            {
                var level = policies.Values.Select(document => PolicyText.Of(document).Judge(request)).Together();
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

    private Dictionary<string, PolicyDocument> At(string target)
    {
        if (!_attached.TryGetValue(target, out var policies))
        {
            _attached.Add(target, policies = new() { [fullAccessName] = _fullAccess });
        }

        return policies;
    }
}
