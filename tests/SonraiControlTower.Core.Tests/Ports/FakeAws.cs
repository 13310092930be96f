using System.Collections.Concurrent;

namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>
/// An AWS of one organization: roles in accounts, and what gets them there. Every request passes <see cref="Moment"/>, where a test can break
/// a run off.
/// </summary>
internal sealed partial class FakeAws : IAws
{
    public const string ExecutionRole = "AWSControlTowerExecution";
    public static readonly AccountId Management = AccountId.Parse("000000000001");
    private int _moments;

    public FakeAws()
    {
        CloudFormation = new FakeCloudFormation(this);
        Organizations.Answered = _ => Pass("Organizations");
    }

    public PromptClock Clock { get; } = new();

    public FakeOrganizations Organizations { get; } = new(pageSize: 20);

    public FakeCloudFormation CloudFormation { get; }

    /// <summary>The roles of each account, by account and name.</summary>
    public ConcurrentDictionary<(AccountId Account, string Name), FakeRole> Roles { get; } = [];

    /// <summary>Accounts in which Control Tower's execution role is not to be had.</summary>
    public HashSet<AccountId> Shut { get; } = [];

    /// <summary>Whose credentials the session has.</summary>
    public AccountId Home { get; set; } = Management;

    /// <summary>The partition of whoever calls.</summary>
    public string Partition { get; set; } = "aws";

    /// <summary>The name of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Called with the number of each moment, one before and one after a request takes effect.</summary>
    public Action<int> Moment { get; set; } = _ => { };

    /// <summary>AWS's words where it denies a role to somebody, whatever the trust policy says; null denies nothing.</summary>
    public Func<RoleArn, string?> DenialOf { get; set; } = _ => null;

    /// <summary>AWS's words where it denies an assumed role to read its account.</summary>
    public Func<AccountId, string?> ReadDenialOf { get; set; } = _ => null;

    /// <summary>Thrown by AssumeRole in place of an answer.</summary>
    public Func<RoleArn, Problem?> StsProblemOf { get; set; } = _ => null;

    public int Count(string request) => Requests.Count(one => one == request);

    public T Pass<T>(string request, Func<T> effect)
    {
        Pass(request);
        var result = effect();
        Moment(Interlocked.Increment(ref _moments));
        return result;
    }

    public void Pass(string request)
    {
        Requests.Enqueue(request);
        Moment(Interlocked.Increment(ref _moments));
    }

    public Task<string> SettleRegionAsync(AwsAccess access, CancellationToken cancellationToken) => Task.FromResult(access.Region ?? "eu-west-1");

    public Task<IOrganizations> OpenOrganizationsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        Task.FromResult<IOrganizations>(Organizations);

    public Task<ICloudFormation> OpenCloudFormationAsync(AwsAccess access, CancellationToken cancellationToken) =>
        Task.FromResult<ICloudFormation>(CloudFormation);

    public Task<IIam> OpenIamAsync(AwsAccess access, CancellationToken cancellationToken) =>
        Task.FromResult<IIam>(new FakeIam(this, AccountOf(access)));

    public Task<ISts> OpenStsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        Task.FromResult<ISts>(new FakeSts(this, AccountOf(access)));

    private AccountId AccountOf(AwsAccess access) => access.Credentials is { } keys ? AccountId.Parse(keys().AccessKey) : Home;
}
