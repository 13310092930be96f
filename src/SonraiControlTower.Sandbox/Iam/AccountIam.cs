namespace SonraiControlTower.Sandbox;

/// <summary>What IAM holds of one account.</summary>
internal sealed class AccountIam(AccountId account, string partition)
{
    // Names differ by more than case: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private readonly SortedDictionary<string, RoleState> _roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, UserState> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, IdentityState> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, PolicyState> _policies = new(StringComparer.OrdinalIgnoreCase);

    public AccountId Account => account;

    /// <summary>The ARNs of the instance profiles, those that carry no role included.</summary>
    public SortedSet<string> InstanceProfileArns { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<RoleState> Roles => _roles.Values;

    public IReadOnlyCollection<UserState> Users => _users.Values;

    public IReadOnlyCollection<IdentityState> Groups => _groups.Values;

    public IReadOnlyCollection<PolicyState> Policies => _policies.Values;

    public string Arn(string kind, string path, string name) => $"arn:{partition}:iam::{account}:{kind}{path}{name}";

    public string AwsPolicyArn(string nameWithPath) => $"arn:{partition}:iam::aws:policy/{nameWithPath}";

    public RoleState? Role(string name) => _roles.GetValueOrDefault(name);

    public UserState? User(string name) => _users.GetValueOrDefault(name);

    public PolicyState? Policy(string arn) => _policies.Values.FirstOrDefault(policy => policy.Arn == arn);

    public PolicyState? PolicyNamed(string name) => _policies.GetValueOrDefault(name);

    public IdentityState? Find(IamIdentity identity) => identity.Kind switch
    {
        IamKind.Role => Role(identity.Name),
        IamKind.User => User(identity.Name),
        IamKind.Group => _groups.GetValueOrDefault(identity.Name),
        _ => null,
    };

    public RoleState AddRole(string name, string path, DateTimeOffset createdAt)
    {
        var role = new RoleState(IamIdentity.Role(name), Arn("role", path, name), NewId("AROA", name, createdAt), path, createdAt);
        _roles.Add(name, role);
        return role;
    }

    public UserState AddUser(string name, string path, DateTimeOffset createdAt)
    {
        var user = new UserState(IamIdentity.User(name), Arn("user", path, name), NewId("AIDA", name, createdAt), path, createdAt);
        _users.Add(name, user);
        return user;
    }

    public IdentityState AddGroup(string name, string path, DateTimeOffset createdAt)
    {
        var group = new IdentityState(IamIdentity.Group(name), Arn("group", path, name), NewId("AGPA", name, createdAt), path, createdAt);
        _groups.Add(name, group);
        return group;
    }

    public PolicyState AddPolicy(NewPolicy policy, DateTimeOffset createdAt)
    {
        var state = new PolicyState(policy, Arn("policy", policy.Path, policy.Name), NewId("ANPA", policy.Name, createdAt), createdAt);
        _policies.Add(policy.Name, state);
        return state;
    }

    public void Remove(RoleState role) => _roles.Remove(role.Name);

    public void Remove(UserState user) => _users.Remove(user.Name);

    public void Remove(PolicyState policy) => _policies.Remove(policy.Name);

    /// <summary>What an identity's policies say, attached and embedded, those of a user's groups included.</summary>
    public IEnumerable<PolicyDocument> DocumentsOf(IdentityState identity) => identity.Groups
        .Select(name => _groups[name])
        .Prepend(identity)
        .SelectMany(one => Documents(one.Attached.Select(policy => policy.Arn)).Concat(one.Inline.Values));

    public IEnumerable<PolicyDocument> Documents(IEnumerable<string> arns) =>
        arns.Select(arn => Policy(arn)?.Default.Document ?? AwsManagedPolicies.Find(arn)).OfType<PolicyDocument>();

    public bool HasPolicy(string arn) => Policy(arn) is not null || AwsManagedPolicies.Find(arn) is not null;

    /// <exception cref="AwsFault">NoSuchEntity: what is to bound an identity does not exist.</exception>
    public void DemandBoundary(string? policyArn)
    {
        if (policyArn is not null && !HasPolicy(policyArn))
        {
            throw IamRefusals.NoBoundary(policyArn);
        }
    }

    public IEnumerable<IdentityState> Identities => _users.Values.Concat<IdentityState>(_groups.Values).Concat(_roles.Values);

    // Another role of the same name, made later, has another id.
    private string NewId(string prefix, string name, DateTimeOffset createdAt) =>
        StableId.Of(prefix, account.ToString(), name, createdAt.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
