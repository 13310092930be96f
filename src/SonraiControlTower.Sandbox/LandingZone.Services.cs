using System.Globalization;

namespace SonraiControlTower.Sandbox;

/// <content>What the services of the sandbox ask the landing zone.</content>
public sealed partial class LandingZone
{
    private readonly Announcements _announcements;
    private long _ids;
    private bool _isFurnished;

    internal Agenda Agenda { get; }

    internal IamAccounts Iam { get; }

    internal Sessions Sessions { get; }

    internal Authorizer Authorizer { get; }

    internal RoleAssumption Assumption { get; }

    internal RoleService Roles { get; }

    internal InstanceProfileService InstanceProfiles { get; }

    internal UserService IamUsers { get; }

    internal PolicyService ManagedPolicies { get; }

    internal AttachmentService Attachments { get; }

    internal StackService Stacks { get; }

    internal StackSetService StackSets { get; }

    internal ChangeSetService ChangeSets { get; }

    internal CustomResources CustomResources { get; }

    internal Journal Journal { get; } = new();

    internal ResourceAccess Access { get; }

    internal KeyService Keys { get; }

    internal SecretService Secrets { get; }

    internal Rotations Rotations { get; }

    internal QueueService Queues { get; }

    internal FunctionService Functions { get; }

    internal FunctionRuns Runs { get; }

    internal MappingService Mappings { get; }

    internal RuleService Rules { get; }

    internal BucketService Buckets { get; }

    internal TrailService Trails { get; }

    internal AccountId Management => AccountId.Parse(Organization.ManagementAccountId);

    internal string Arn(string service, string region, AccountId account, string resource) =>
        $"arn:{Organization.Partition}:{service}:{region}:{account}:{resource}";

    /// <summary>A UUID that nothing else here has.</summary>
    internal string NextId() => StableId.Uuid(Organization.Id, (++_ids).ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets up the organization's trail with its bucket and key, once somebody looks for what there is of the kind.</summary>
    internal void Furnish()
    {
        if (!_isFurnished)
        {
            _isFurnished = true;
            OrganizationTrail.Furnish(this);
        }
    }

    /// <summary>Does something while nobody else does, with everything having happened that was due.</summary>
    internal T Atomically<T>(Func<T> work)
    {
        lock (_gate)
        {
            Agenda.CatchUp();
            return work();
        }
    }

    internal void Atomically(Action work) => Atomically(() => { work(); return true; });

    internal Member? FindMember(AccountId account) => _positions.TryGetValue(account, out var position) ? _members[position] : null;

    internal bool Has(AccountId account) => _positions.ContainsKey(account);

    internal string? StatusOf(AccountId account) => FindMember(account)?.StatusAt(Agenda.Now);

    /// <summary>True unless the account is closed, or on its way there: then nothing in it answers any more.</summary>
    internal bool CanBeUsed(AccountId account) => StatusOf(account) == OrgAccount.Active;

    /// <summary>A unit and the units above it, up to the root.</summary>
    internal IEnumerable<string> UnitsFrom(string? parentId)
    {
        for (var unit = parentId; unit is not null; unit = _above.GetValueOrDefault(unit))
        {
            yield return unit;
        }
    }

    /// <summary>The accounts of units and of the units below them, each with the first of the units that brings it in.</summary>
    internal IReadOnlyList<(AccountId Account, string Unit)> AccountsBelow(IEnumerable<string> unitIds)
    {
        var unitOf = new Dictionary<string, string>();
        foreach (var id in unitIds)
        {
            foreach (var below in _places[id].SelfAndBelow())
            {
                unitOf.TryAdd(below.Id, id);
            }
        }

        return [.. from member in _members
                   where unitOf.ContainsKey(member.ParentId) && member.StatusAt(Agenda.Now) != Member.Closed
                   select (member.Id, unitOf[member.ParentId])];
    }

    /// <summary>What service control policies say: they bind the members' own users and roles, and never the management account.</summary>
    internal Verdict ServiceControl(AccessRequest request) => Control(_serviceControl, request, request.Caller.Account);

    /// <summary>What resource control policies say of a request for something in an account.</summary>
    internal Verdict ResourceControl(AccessRequest request, AccountId account) => Control(_resourceControl, request, account);

    private Verdict Control(ControlPolicies policies, AccessRequest request, AccountId account) =>
        account == Management || FindMember(account) is not { } member
            ? Verdict.Allowed
            : policies.Judge(UnitsFrom(member.ParentId).Prepend(account.ToString()), request);
}
