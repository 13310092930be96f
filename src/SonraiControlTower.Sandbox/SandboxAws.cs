using System.Collections.Concurrent;

namespace SonraiControlTower.Sandbox;

/// <summary>The AWS side of a sandbox session. Nothing leaves this machine, so no region and no credentials are needed.</summary>
/// <remarks>
/// Who asks follows from the <see cref="AwsAccess"/>. Keys that the sandbox's own STS gave are the session of that role. The profile
/// <c>collector</c> is the collector's own role in <see cref="LandingZone.SecurityAccountId"/>, so that a run from the management account can
/// prove what roles trust: it assumes them as the collector does. Everything else is the administrator of the management account; from there the
/// collector's account can be had, as at AWS, by assuming its <c>AWSControlTowerExecution</c> first.
/// </remarks>
public sealed partial class SandboxAws : IAws
{
    private readonly LandingZone _zone;
    private readonly RequestRate? _rate;
    private readonly RequestCounts _counts = new();

    // One for all who ask: AWS throttles the account, not the client.
    private readonly SandboxOrganizations _organizations;
    private readonly ConcurrentDictionary<(string Service, AccountId Account, string Region), Throttle> _throttles = new();

    /// <param name="zone">The landing zone.</param>
    /// <param name="rate">How often each operation may be called; null for what is usual with the service.</param>
    public SandboxAws(LandingZone zone, RequestRate? rate = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        (_zone, _rate) = (zone, rate);
        _organizations = new SandboxOrganizations(zone, rate, _counts);
    }

    /// <summary>How many requests each operation has received, each page and each attempt counted.</summary>
    public IReadOnlyDictionary<string, long> RequestCounts => _counts.ToDictionary();

    /// <summary>The region that was named, or <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<string> SettleRegionAsync(AwsAccess access, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        cancellationToken.ThrowIfCancellationRequested();
        return Region(access);
    }

    /// <summary>Opens the landing zone's Organizations; what <paramref name="access"/> says is of no matter.</summary>
    public async Task<IOrganizations> OpenOrganizationsAsync(AwsAccess access, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _organizations;
    }

    /// <summary>Opens CloudFormation of the region, or of <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<ICloudFormation> OpenCloudFormationAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxCloudFormation(
            _zone, Desk("CloudFormation", access, Region(access), RequestRate.Usual, CloudFormationProblems.Of, cancellationToken), Region(access));

    /// <summary>Opens IAM of the account that the keys belong to.</summary>
    public async Task<IIam> OpenIamAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxIam(_zone, Desk("IAM", access, region: string.Empty, RequestRate.Usual, IamProblems.Of, cancellationToken));

    /// <summary>Opens STS of the region, or of <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<ISts> OpenStsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxSts(_zone, Desk("STS", access, Region(access), RequestRate.Sts, StsProblems.Of, cancellationToken), Region(access));

    private string Region(AwsAccess access) => access.Region ?? _zone.HomeRegion;

    private ServiceDesk Desk(
        string service,
        AwsAccess access,
        string region,
        RequestRate usual,
        Func<string, string, string, Problem?> problemOf,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        cancellationToken.ThrowIfCancellationRequested();
        var account = _zone.Atomically(() => _zone.Sessions.AccountOf(access));
        var throttle = _throttles.GetOrAdd((service, account, region), _ => new Throttle(_rate ?? usual, _zone.Clock, _counts));
        return new ServiceDesk(_zone, throttle, () => _zone.Sessions.Of(access), problemOf);
    }
}
