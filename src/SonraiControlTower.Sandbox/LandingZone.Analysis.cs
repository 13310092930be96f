namespace SonraiControlTower.Sandbox;

/// <content>
/// What the local engine is given of the sandbox: it sees everything at once, past policies, throttles and counts of requests, as a collector
/// that has long been at work has seen it.
/// </content>
public sealed partial class LandingZone
{
    /// <summary>The accounts whose identities can be read: those that are active.</summary>
    public IReadOnlyList<AccountId> ReadableAccounts =>
        Atomically<IReadOnlyList<AccountId>>(() => [.. _members.Select(member => member.Id).Where(CanBeUsed)]);

    /// <summary>What IAM held of an account when it was last looked at (GetAccountAuthorizationDetails).</summary>
    public IAsyncEnumerable<IamEntity> AuthorizationDetails(AccountId account) => Atomically<IReadOnlyList<IamEntity>>(() =>
    [
        .. account == SecurityAccountId ? CollectorTrial.Seen(Iam.Of(account), Agenda.Now) : Sandbox.AuthorizationDetails.Of(Iam.Of(account), []),
    ]).ToAsyncEnumerable();

    /// <summary>The files of records that the organization's trail has written.</summary>
    public IAsyncEnumerable<LogFile> TrailFiles() => Atomically<IReadOnlyList<LogFile>>(() =>
    [
        .. OrganizationTrail.Bucket(this).Objects.Values.Where(IsOfRecords).Select(one => new LogFile($"s3://{OrganizationTrail.BucketName(this)}/{one.Key}", one.Content.Length)
        {
            OpenAsync = _ => Task.FromResult<Stream>(new MemoryStream(one.Content.ToArray(), writable: false)),
        }),
    ]).ToAsyncEnumerable();

    /// <summary>The policies of the organization, and where they are attached.</summary>
    public OrganizationPolicies OrganizationPolicies => Atomically(() => new OrganizationPolicies
    {
        OrganizationId = Organization.Id,
        ManagementAccount = Management,
        Parents = _above.Concat(Present.Select(member => KeyValuePair.Create(member.Id.ToString(), member.ParentId))).ToDictionary(),
        ServiceControlPolicies = PoliciesOf(_serviceControl),
        ResourceControlPolicies = PoliciesOf(_resourceControl),
    });

    internal ControlPolicies? PoliciesOf(string type) => type switch
    {
        OrganizationPolicyType.ServiceControl => _serviceControl,
        OrganizationPolicyType.ResourceControl => _resourceControl,
        _ => null,
    };

    /// <summary>The root, units and accounts that have a policy, in that order.</summary>
    internal IReadOnlyList<string> TargetsOf(ControlPolicies policies, ControlPolicy policy) =>
        [.. _places.Keys.Concat(Present.Select(member => member.Id.ToString())).Where(target => policies.IsAttached(target, policy))];

    private IEnumerable<Member> Present => _members.Where(member => member.StatusAt(Agenda.Now) != Member.Closed);

    private IReadOnlyList<OrganizationPolicy> PoliciesOf(ControlPolicies policies) =>
        [.. policies.Policies.Select(policy => new OrganizationPolicy(policy.Id, policy.Name, policy.Document, TargetsOf(policies, policy)))];

    private static bool IsOfRecords(StoredObject one) =>
        one.Key.Contains("/CloudTrail/", StringComparison.Ordinal) && one.Key.EndsWith(".json.gz", StringComparison.Ordinal);
}
