namespace SonraiControlTower;

/// <summary>The ways to where the trail's bucket, its key and its reader are, opened.</summary>
internal sealed class IngestionSite
{
    private readonly IAws _aws;
    private readonly AccountKeys _own;
    private readonly IngestionPlan _plan;

    private IngestionSite(IAws aws, AccountKeys own, IngestionPlan plan, IngestionPlace place) => (_aws, _own, _plan, Place) = (aws, own, plan, place);

    /// <summary>Where everything is.</summary>
    public IngestionPlace Place { get; }

    /// <summary>Finds trail, bucket and key.</summary>
    /// <exception cref="SonraiException"><c>OrganizationTrailNotFound</c>, <c>TrailBucketOwnerUnknown</c>.</exception>
    public static async Task<IngestionSite> OpenAsync(IAws aws, AwsAccess access, IngestionPlan plan, CancellationToken cancellationToken)
    {
        var trail = await OrganizationTrail.FindAsync(aws, access, cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(IngestionProblems.NoTrail);
        var own = await AccountKeys.OpenAsync(aws, access, cancellationToken).ConfigureAwait(false);
        var account = plan.LogArchiveAccount ?? await OwnerAsync(aws, access, trail, cancellationToken).ConfigureAwait(false);
        return new(aws, own, plan, new IngestionPlace(trail, new RoleArn(own.Caller.Partition, account, plan.RoleName, plan.RolePath)));
    }

    /// <summary>S3 as the bucket's own account.</summary>
    public async Task<IS3> OpenS3Async(CancellationToken cancellationToken) =>
        await _aws.OpenS3Async((await EnterAsync(Place.BucketAccount, cancellationToken).ConfigureAwait(false)).Access, cancellationToken).ConfigureAwait(false);

    /// <summary>KMS as the key's own account, in its region.</summary>
    public async Task<IKms> OpenKmsAsync(CancellationToken cancellationToken)
    {
        var keys = await EnterAsync(Place.KeyAccount!.Value, cancellationToken).ConfigureAwait(false);
        return await _aws.OpenKmsAsync(keys.Access with { Region = Place.KeyRegion }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>IAM as the bucket's own account.</summary>
    public async Task<IIam> OpenIamAsync(CancellationToken cancellationToken) =>
        await _aws.OpenIamAsync((await EnterAsync(Place.BucketAccount, cancellationToken).ConfigureAwait(false)).Access, cancellationToken).ConfigureAwait(false);

    /// <summary>S3 as the collector sees it, through the role; or why it does not see it.</summary>
    public async Task<(IS3? S3, string? Refusal)> OpenAsCollectorAsync(CancellationToken cancellationToken)
    {
        if (_plan.CollectorAccount is not { } collectorAccount)
        {
            return (null, "The collector's account is not known, so nothing was read as the collector reads.");
        }

        var externalId = _plan.ExternalId
            ?? await OwnRole.ExternalIdAsync(_aws, _own.Access, _plan.RoleName, collectorAccount, cancellationToken).ConfigureAwait(false);
        if (externalId is null)
        {
            return (null, $"The external id is not known, since the management account's role '{_plan.RoleName}' asks for none.");
        }

        var collector = await EnterAsync(collectorAccount, cancellationToken).ConfigureAwait(false);
        var request = new AssumeRoleRequest { Role = Place.Role, SessionName = AccountKeys.SessionName, ExternalId = externalId };
        return await collector.Sts.AssumeRoleAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            AssumedRole assumed => (await _aws.OpenS3Async(_own.Access.As(assumed.Keys), cancellationToken).ConfigureAwait(false), null),
            AssumeRoleDenied denied => (null, denied.Denial.Message),
            _ => throw new SonraiException(AwsProblems.UnexpectedAnswer("AssumeRole", "it is neither a session nor a denial.")),
        };
    }

    private static async Task<AccountId> OwnerAsync(IAws aws, AwsAccess access, Trail trail, CancellationToken cancellationToken)
    {
        var site = await IntegrationSite.DiscoverAsync(aws, access, cancellationToken).ConfigureAwait(false);
        return site.LogArchive is { } archive ? AccountId.Parse(archive.AccountId) : throw new SonraiException(IngestionProblems.BucketOwnerUnknown(trail.BucketName));
    }

    private async Task<AccountKeys> EnterAsync(AccountId account, CancellationToken cancellationToken)
    {
        var (keys, refusal) = await _own.EnterAsync(_aws, account, _plan.ExecutionRoleName, cancellationToken).ConfigureAwait(false);
        return keys ?? throw new SonraiException(IngestionProblems.NotEntered(account, _plan.ExecutionRoleName, refusal!));
    }
}
