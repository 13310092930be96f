using System.Globalization;
using System.Security.Cryptography;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// An AWS organization in memory, with the rules of AWS Organizations: what may be created, moved and closed, and what becomes of it with
/// time. It may be used from several threads at once.
/// </summary>
public sealed partial class LandingZone : ILandingZone
{
    /// <summary>The tenant whose name is in the SRN of <see cref="Collector"/>; the local engine of the same session shall have it too.</summary>
    public const string Tenant = "sandbox";

    /// <summary>Where functions of the sandbox find Dig; nobody answers there, for the sandbox leaves this machine nowhere.</summary>
    public Uri DigEndpoint { get; } = new("https://sandbox.sonraisecurity.invalid/graphql");

    internal const int MostAccounts = 50_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, EstateUnit> _places;
    private readonly Dictionary<AccountId, int> _positions = [];
    private readonly HashSet<string> _emails = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _rootId;

    // The unit above each unit; the root has none.
    private readonly Dictionary<string, string> _above = [];

    // INVARIANT: nothing is ever taken out, so that a position, which a NextToken stands for, means the same account for ever.
    private readonly List<Member> _members = [];

    internal LandingZone(EstateFile estate, TimeProvider clock, PeopleFile? people = null, Func<AccountId, Household>? households = null)
    {
        Clock = clock;
        OpenedAt = clock.GetUtcNow();
        HouseholdOf = households ?? (_ => Household.Empty);
        Calendar = new Calendar(OpenedAt);
        Agenda = new Agenda(clock);
        Organization = new Organization(
            estate.OrganizationId,
            $"arn:aws:organizations::{estate.ManagementAccount}:organization/{estate.OrganizationId}",
            estate.ManagementAccount);
        Collector = new SonraiCollector(estate.Collector.Name, estate.Collector.Srn, "aws");
        SecurityAccountId = AccountId.Parse(estate.Collector.SecurityAccount);
        LogArchiveAccountId = AccountId.Parse(estate.LogArchiveAccount);
        Swimlanes = [.. estate.Swimlanes.Select(one => one.ToSwimlane())];
        _rootId = estate.Root.Id;
        _places = estate.Root.SelfAndBelow().ToDictionary(unit => unit.Id);

        _serviceControl = new ControlPolicies(Organization.Id, OrganizationPolicyType.ServiceControl, "FullAWSAccess");
        _resourceControl = new ControlPolicies(Organization.Id, OrganizationPolicyType.ResourceControl, "RCPFullAWSAccess");

        Iam = new IamAccounts(this);
        Sessions = new Sessions(this);
        Authorizer = new Authorizer(this);
        Assumption = new RoleAssumption(this);
        Roles = new RoleService(this);
        InstanceProfiles = new InstanceProfileService(this);
        IamUsers = new UserService(this);
        ManagedPolicies = new PolicyService(this);
        Attachments = new AttachmentService(this);
        Stacks = new StackService(this);
        StackSets = new StackSetService(this);
        ChangeSets = new ChangeSetService(this);
        CustomResources = new CustomResources(this);
        Access = new ResourceAccess(this);
        Keys = new KeyService(this);
        Secrets = new SecretService(this);
        Rotations = new Rotations(this);
        Queues = new QueueService(this);
        Functions = new FunctionService(this);
        Runs = new FunctionRuns(this);
        Mappings = new MappingService(this);
        Rules = new RuleService(this);
        Buckets = new BucketService(this);
        Trails = new TrailService(this);
        _announcements = new Announcements(this);

        var now = OpenedAt;
        Users = [.. (people?.Users ?? []).Select(one => one.ToUser())];
        foreach (var unit in _places.Values)
        {
            foreach (var below in unit.Units)
            {
                _above.Add(below.Id, unit.Id);
            }

            foreach (var account in unit.Accounts)
            {
                Add(Member.From(account, unit.Id, now));
            }
        }
    }

    /// <summary>The organization.</summary>
    public Organization Organization { get; }

    /// <summary>The one collector deployment of the estate.</summary>
    public SonraiCollector Collector { get; }

    /// <summary>The account that the collector runs in: the Audit account.</summary>
    public AccountId SecurityAccountId { get; }

    /// <summary>The account that has the bucket of the organization's trail: the Log Archive account.</summary>
    public AccountId LogArchiveAccountId { get; }

    /// <summary>The swimlanes that the estate has in Dig, beside the global one.</summary>
    public IReadOnlyList<SonraiSwimlane> Swimlanes { get; }

    /// <summary>The people who work with Dig, beside whoever has the session.</summary>
    public IReadOnlyList<SonraiUser> Users { get; }

    internal TimeProvider Clock { get; }

    /// <summary>When the landing zone was opened; what happened before is its history.</summary>
    internal DateTimeOffset OpenedAt { get; }

    /// <summary>Who lives in an account from the beginning.</summary>
    internal Func<AccountId, Household> HouseholdOf { get; }

    internal Calendar Calendar { get; }

    /// <summary>The sample estate: a made-up freight company with about two dozen accounts.</summary>
    public static LandingZone Sample(TimeProvider? clock = null)
    {
        var zone = new LandingZone(
            EstateFile.ReadSample(), clock ?? TimeProvider.System, PeopleFile.ReadSample(), Households.Of);
        SampleGuardrails.Attach(zone);
        return zone;
    }

    /// <summary>An estate of that many accounts, 3 to 50,000; the same seed gives the same estate.</summary>
    public static LandingZone Generate(int accounts, int seed, TimeProvider? clock = null) =>
        new(GeneratedEstate.Of(accounts, seed), clock ?? TimeProvider.System);

    /// <summary>
    /// Creates an account in the root, where
    /// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html">AWS puts a new one</see>.
    /// </summary>
    /// <exception cref="SonraiException"><c>AwsConflict</c> for a taken address, <c>AwsRefused</c> for a bad name, address, or a full organization.</exception>
    public OrgAccount CreateAccount(string name, string email)
    {
        AccountRules.DemandNameAndEmail(name, email);
        return Atomically(() =>
        {
            var now = Agenda.Now;
            AccountRules.DemandRoom(_members, now);

            // The address of a closed account stays taken, as at AWS.
            AccountRules.DemandFreeEmail(_emails, email);
            var member = Add(new Member(NewId(), name, email, "CREATED", now, _rootId, ClosedAt: null));
            StackSets.OnMove(member.Id, from: null, _rootId);
            _announcements.Created(member);
            return member.ToOrgAccount(Organization, now);
        });
    }

    /// <summary>Moves an account from one organizational unit, or the root, to another.</summary>
    /// <exception cref="SonraiException"><c>AwsNotFound</c> for the account or a parent, <c>AwsConflict</c> if it is there already.</exception>
    public void MoveAccount(AccountId account, string sourceParentId, string destinationParentId)
    {
        Atomically(() =>
        {
            var (position, member) = Find("MoveAccount", account);
            AccountRules.DemandMove(member, sourceParentId, destinationParentId, _places);
            _members[position] = member with { ParentId = destinationParentId };
            StackSets.OnMove(account, sourceParentId, destinationParentId);
            _announcements.Moved(account, sourceParentId, destinationParentId);
        });
    }

    /// <summary>Closes an account: it becomes PENDING_CLOSURE, after some minutes SUSPENDED, and is gone after 90 days.</summary>
    /// <exception cref="SonraiException">
    /// <c>AwsNotFound</c>, <c>AwsConflict</c> if it is closed already, <c>AwsRefused</c> for the management account or past AWS's quotas.
    /// </exception>
    public void CloseAccount(AccountId account)
    {
        Atomically(() =>
        {
            var (position, member) = Find("CloseAccount", account);
            var now = Agenda.Now;
            AccountRules.DemandClosable(member, Organization, _members, now);
            _members[position] = member with { ClosedAt = now };
            _announcements.Closed(account);
        });
    }

    internal EstateUnit? Place(string id) => _places.GetValueOrDefault(id);

    internal EstateUnit Root => _places[_rootId];

    /// <summary>Up to <paramref name="size"/> accounts from a position on, of one parent or of all, and the position to go on from.</summary>
    internal (IReadOnlyList<OrgAccount> Accounts, int? Next) Read(int position, int size, string? parentId)
    {
        lock (_gate)
        {
            var now = Clock.GetUtcNow();
            var found = new List<OrgAccount>();
            for (; position < _members.Count; position++)
            {
                var member = _members[position];
                if ((parentId is not null && member.ParentId != parentId) || member.StatusAt(now) == Member.Closed)
                {
                    continue;
                }

                if (found.Count == size)
                {
                    return (found, position);
                }

                found.Add(member.ToOrgAccount(Organization, now));
            }

            return (found, null);
        }
    }

    private Member Add(Member member)
    {
        _positions.Add(member.Id, _members.Count);
        _emails.Add(member.Email);
        _members.Add(member);
        return member;
    }

    private (int Position, Member Member) Find(string operation, AccountId id) =>
        _positions.TryGetValue(id, out var position) && _members[position].StatusAt(Clock.GetUtcNow()) != Member.Closed
            ? (position, _members[position])
            : throw new SonraiException(AwsProblems.NotFound(operation, $"AccountNotFoundException for '{id}'."));

    private AccountId NewId()
    {
        AccountId id;
        do
        {
            var digits = string.Concat(
                RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture),
                RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture));
            id = AccountId.Parse(digits);
        }
        while (_positions.ContainsKey(id));

        return id;
    }
}
