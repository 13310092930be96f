using System.Collections.Concurrent;

namespace SonraiControlTower.Sandbox;

/// <summary>The AWS side of a sandbox session. Nothing leaves this machine, so no region and no credentials are needed.</summary>
/// <remarks>
/// Who asks follows from the <see cref="AwsAccess"/>. Keys that the sandbox's own STS gave are the session of that role. The profile
/// <c>collector</c> is the collector's own role in <see cref="LandingZone.SecurityAccountId"/>, so that a run from the management account can
/// prove what roles trust: it assumes them as the collector does. Everything else is the administrator of the management account; from there the
/// collector's account can be had, as at AWS, by assuming its <c>AWSControlTowerExecution</c> first.
/// </remarks>
public sealed class SandboxAws : IAws
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

    /// <summary>Opens the landing zone's Organizations, as whoever the keys belong to may see it.</summary>
    public async Task<IOrganizations> OpenOrganizationsAsync(AwsAccess access, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        cancellationToken.ThrowIfCancellationRequested();
        return _organizations.As(() => _zone.Sessions.Of(access));
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

    /// <summary>Opens Secrets Manager of the region, or of <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<ISecretsManager> OpenSecretsManagerAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxSecretsManager(_zone, Desk("SecretsManager", access, SecretsManagerProblems.Of, cancellationToken), Region(access));

    /// <summary>Opens KMS of the region, or of <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<IKms> OpenKmsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxKms(_zone.Keys, Desk("KMS", access, KmsProblems.Of, cancellationToken), Region(access));

    /// <summary>Opens EventBridge of the region, or of <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<IEventBridge> OpenEventBridgeAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxEventBridge(_zone.Rules, Desk("EventBridge", access, (_, _, _) => null, cancellationToken), Region(access));

    /// <summary>Opens Lambda of the region, or of <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<ILambda> OpenLambdaAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxLambda(_zone, Desk("Lambda", access, LambdaProblems.Of, cancellationToken), Region(access));

    /// <summary>Opens SQS of the region, or of <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<ISqs> OpenSqsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxSqs(_zone.Queues, Desk("SQS", access, (_, _, _) => null, cancellationToken));

    /// <summary>Opens S3; buckets are made in the region, or in <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<IS3> OpenS3Async(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxS3(_zone.Buckets, Desk("S3", access, S3Problems.Of, cancellationToken), Region(access));

    /// <summary>Opens CloudTrail of the region, or of <see cref="LandingZone.HomeRegion"/>.</summary>
    public async Task<ICloudTrail> OpenCloudTrailAsync(AwsAccess access, CancellationToken cancellationToken) =>
        new SandboxCloudTrail(_zone.Trails, Desk("CloudTrail", access, (_, _, _) => null, cancellationToken), Region(access));

    private ServiceDesk Desk(
        string service, AwsAccess access, Func<string, string, string, Problem?> problemOf, CancellationToken cancellationToken) =>
        Desk(service, access, Region(access), RequestRate.Usual, problemOf, cancellationToken);

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
        var throttle = _throttles.GetOrAdd((service, account, region), _ => new Throttle(_rate ?? usual, _zone.Clock, _counts, _zone.TakeThrottling));
        return new ServiceDesk(_zone, throttle, () => _zone.Sessions.Of(access), problemOf);
    }
}
