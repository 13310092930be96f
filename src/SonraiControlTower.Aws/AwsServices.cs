using System.Collections.Concurrent;
using Amazon;
using Amazon.Runtime.CredentialManagement;
using SonraiControlTower.Aws.CloudFormation;
using SonraiControlTower.Aws.CloudTrail;
using SonraiControlTower.Aws.Credentials;
using SonraiControlTower.Aws.EventBridge;
using SonraiControlTower.Aws.Iam;
using SonraiControlTower.Aws.Kms;
using SonraiControlTower.Aws.Lambda;
using SonraiControlTower.Aws.Organizations;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.S3;
using SonraiControlTower.Aws.SecretsManager;
using SonraiControlTower.Aws.Sqs;
using SonraiControlTower.Aws.Sts;

namespace SonraiControlTower.Aws;

/// <summary>
/// Real AWS. It settles region and credentials from what this machine knows, before anything is sent, and keeps what it opened until it is
/// disposed: the same access, settled the same way, uses the same connection and the same assumed role.
/// </summary>
public sealed class AwsServices : IAws, IDisposable
{
    private readonly ConcurrentDictionary<Settlement, Lazy<AwsSession>> _sessions = new();
    private readonly Profiles _profiles;
    private readonly RegionChoice _regions;
    private readonly CredentialChain _chain;
    private readonly RetryChoice _retries;

    public AwsServices()
        : this(new ThisMachine())
    {
    }

    internal AwsServices(IMachine machine)
    {
        _profiles = new Profiles(machine);
        _regions = new RegionChoice(machine);
        _chain = new CredentialChain(machine, _profiles);
        _retries = new RetryChoice(machine);
    }

    /// <inheritdoc/>
    public Task<string> SettleRegionAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync(access, session => session.Region, cancellationToken);

    /// <inheritdoc/>
    public Task<IOrganizations> OpenOrganizationsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<IOrganizations>(access, session => new OrganizationsAdapter(session.Organizations), cancellationToken);

    /// <inheritdoc/>
    public Task<ICloudFormation> OpenCloudFormationAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<ICloudFormation>(access, session => new CloudFormationAdapter(session.CloudFormation), cancellationToken);

    /// <inheritdoc/>
    public Task<IIam> OpenIamAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<IIam>(access, session => new IamAdapter(session.Iam), cancellationToken);

    /// <inheritdoc/>
    public Task<ISts> OpenStsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<ISts>(access, session => new StsAdapter(session.Sts), cancellationToken);

    /// <inheritdoc/>
    public Task<ISecretsManager> OpenSecretsManagerAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<ISecretsManager>(access, session => new SecretsManagerAdapter(session.SecretsManager), cancellationToken);

    /// <inheritdoc/>
    public Task<IKms> OpenKmsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<IKms>(access, session => new KmsAdapter(session.Kms), cancellationToken);

    /// <inheritdoc/>
    public Task<IEventBridge> OpenEventBridgeAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<IEventBridge>(access, session => new EventBridgeAdapter(session.EventBridge), cancellationToken);

    /// <inheritdoc/>
    public Task<ILambda> OpenLambdaAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<ILambda>(access, session => new LambdaAdapter(session.Lambda), cancellationToken);

    /// <inheritdoc/>
    public Task<ISqs> OpenSqsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<ISqs>(access, session => new SqsAdapter(session.Sqs), cancellationToken);

    /// <inheritdoc/>
    public Task<IS3> OpenS3Async(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<IS3>(access, session => new S3Adapter(session.S3), cancellationToken);

    /// <inheritdoc/>
    public Task<ICloudTrail> OpenCloudTrailAsync(AwsAccess access, CancellationToken cancellationToken) =>
        OpenAsync<ICloudTrail>(access, session => new CloudTrailAdapter(session.CloudTrail), cancellationToken);

    /// <summary>Closes every connection that was opened.</summary>
    public void Dispose()
    {
        foreach (var session in _sessions.Values.Where(session => session.IsValueCreated))
        {
            session.Value.Dispose();
        }

        _sessions.Clear();
    }

    /// <summary>The environment and the files may change between two calls, so the choice is made each time; only its outcome is kept.</summary>
    internal AwsSession Open(AwsAccess access)
    {
        var profile = _profiles.Find(access);
        var choice = _chain.Choose(access, profile);
        var region = _regions.Settle(access, profile);

        var settlement = new Settlement(access, region, choice.Source, profile, _retries.Settle(profile));
        if (access.IsPassing)
        {
            // Thousands of assumed roles would be kept otherwise. What such a session holds is memory only: connections are the SDK's to share.
            return Open(settlement, choice);
        }

        var session = _sessions.GetOrAdd(settlement, settled => new(() => Open(settled, choice)));
        try
        {
            return session.Value;
        }
        catch (SonraiException)
        {
            // A Lazy keeps its failure; the next call is to try again.
            _sessions.TryRemove(new(settlement, session));
            throw;
        }
    }

    private async Task<T> OpenAsync<T>(AwsAccess access, Func<AwsSession, T> adapt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        // Files are read here, and on an EC2 instance its metadata: not on the caller's thread, which may be PowerShell's pipeline.
        return await Task.Run(() => adapt(Open(access)), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static AwsSession Open(Settlement settled, CredentialChoice choice)
    {
        try
        {
            var reach = new AwsReach(settled.Region, settled.Access.EndpointUrl, settled.Patience, AsSdkHasIt(settled.Profile));
            return new AwsSession(reach, choice.Open());
        }
        catch (Exception failure) when (failure is not SonraiException)
        {
            throw new SonraiException(AwsProblems.CredentialsUnusable(CredentialsFailure.WhyNotGiven(failure)), failure);
        }
    }

    private static Profile? AsSdkHasIt(CredentialProfile? profile) =>
        profile is null ? null : new Profile(profile.Name, (profile.CredentialProfileStore as SharedCredentialsFile)?.FilePath);

    private sealed record Settlement(
        AwsAccess Access, string Region, CredentialSource Source, CredentialProfile? Profile, Patience Patience);
}
