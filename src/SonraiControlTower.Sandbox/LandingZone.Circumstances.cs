namespace SonraiControlTower.Sandbox;

/// <content>What an estate can be like besides its accounts, and what can go wrong in it.</content>
public sealed partial class LandingZone
{
    private readonly ControlPolicies _serviceControl;
    private readonly ControlPolicies _resourceControl;
    private readonly HashSet<(AccountId Account, string Region)> _stsSwitchedOff = [];
    private readonly HashSet<AccountId> _delegated = [];
    private readonly Dictionary<AccountId, Queue<string>> _failures = [];

    /// <summary>The region that Control Tower is at home in; what is opened without a region is opened here.</summary>
    public string HomeRegion { get; init; } = "eu-west-1";

    /// <summary>
    /// How long STS does not know a role, or a changed trust policy, that IAM has taken. AWS says seconds, and peers' users saw up to a minute.
    /// </summary>
    public TimeSpan IamDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How fast stacks and instances are worked on: at 1 an instance takes about two seconds, a tenth of what it takes at AWS.</summary>
    public double OperationSpeed
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1;

    /// <summary>Whether CloudFormation has trusted access to the organization, which service-managed stack sets need.</summary>
    public bool IsTrustedAccessEnabled { get; set; } = true;

    /// <summary>Attaches a service control policy to the root, a unit or an account, beside FullAWSAccess, which is everywhere.</summary>
    /// <exception cref="SonraiException"><c>MalformedPolicy</c>, <c>AwsNotFound</c> for the target.</exception>
    public void AttachServiceControlPolicy(string target, string name, string json) => Attach(_serviceControl, target, name, json);

    /// <summary>Detaches a service control policy, FullAWSAccess too: then nothing is allowed there.</summary>
    public void DetachServiceControlPolicy(string target, string name) => Atomically(() => _serviceControl.Detach(target, name));

    /// <summary>Attaches a resource control policy to the root, a unit or an account, beside RCPFullAWSAccess.</summary>
    /// <exception cref="SonraiException"><c>MalformedPolicy</c>, <c>AwsNotFound</c> for the target.</exception>
    public void AttachResourceControlPolicy(string target, string name, string json) => Attach(_resourceControl, target, name, json);

    /// <summary>Detaches a resource control policy.</summary>
    public void DetachResourceControlPolicy(string target, string name) => Atomically(() => _resourceControl.Detach(target, name));

    /// <summary>Somebody removes the role that Control Tower works with in an account.</summary>
    public void RemoveExecutionRole(AccountId account) => RemoveRole(account, IamAccounts.ExecutionRole);

    /// <summary>Somebody removes a role from an account; one that is not there is removed already.</summary>
    public void RemoveRole(AccountId account, string name) => Atomically(() =>
    {
        if (Iam.Of(account).Role(name) is { } role)
        {
            Iam.Of(account).Remove(role);
        }
    });

    /// <inheritdoc/>
    public void RemoveRole(string accountId, string roleName) => RemoveRole(AccountId.Parse(accountId), roleName);

    /// <summary>Somebody makes a role in an account by hand, with AWS or own managed policies attached. It is known everywhere at once.</summary>
    public IamRole CreateRole(AccountId account, NewRole role, params IEnumerable<string> policyArns)
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(policyArns);
        return Atomically(() =>
        {
            var iam = Iam.Of(account);
            var made = iam.AddRole(role.Name, role.Path, Agenda.Now);
            made.SetTrust(role.TrustPolicy, Agenda.Now, TimeSpan.Zero);
            made.Description = role.Description;
            made.BoundaryArn = role.PermissionsBoundaryArn;
            foreach (var arn in policyArns)
            {
                made.Attach(arn);
            }

            return made.ToIamRole();
        });
    }

    /// <summary>The next stack instance that is worked on in an account fails for a reason.</summary>
    public void FailNextInstance(AccountId account, string reason) => Atomically(() =>
    {
        if (!_failures.TryGetValue(account, out var reasons))
        {
            _failures.Add(account, reasons = new());
        }

        reasons.Enqueue(reason);
    });

    /// <summary>Somebody else changes the stack set at the very moment of the next request that would, so that AWS calls that request stale.</summary>
    public void MakeNextRequestStale(string stackSetName) => Atomically(() => StackSets.MakeStale(stackSetName));

    /// <summary>Makes an account a delegated administrator for StackSets.</summary>
    public void RegisterDelegatedAdministrator(AccountId account) => Atomically(() => _delegated.Add(account));

    /// <summary>Switches STS off in a region for an account.</summary>
    public void DisableStsRegion(AccountId account, string region) => Atomically(() => _stsSwitchedOff.Add((account, region)));

    /// <summary>Switches STS on in a region for an account.</summary>
    public void EnableStsRegion(AccountId account, string region) => Atomically(() => _stsSwitchedOff.Remove((account, region)));

    /// <summary>Whether an account's STS answers in a region.</summary>
    public bool IsStsRegionEnabled(AccountId account, string region) => Atomically(() => !_stsSwitchedOff.Contains((account, region)));

    internal bool IsDelegated(AccountId account) => _delegated.Contains(account);

    internal string? TakeFailure(AccountId account) =>
        _failures.TryGetValue(account, out var reasons) && reasons.TryDequeue(out var reason) ? reason : null;

    private void Attach(ControlPolicies policies, string target, string name, string json) => Atomically(() =>
    {
        if (!_places.ContainsKey(target) && !(AccountId.TryParse(target, out var account) && Has(account)))
        {
            throw new SonraiException(AwsProblems.NotFound("AttachPolicy", $"TargetNotFoundException for '{target}'."));
        }

        try
        {
            policies.Attach(target, name, new PolicyDocument(json));
        }
        catch (AwsFault fault)
        {
            throw new SonraiException(IamProblems.MalformedPolicy("AttachPolicy", fault.Message), fault);
        }
    });
}
