using System.Text.Json.Nodes;

namespace SonraiControlTower;

/// <summary>
/// Lets the role read the organization's trail, and takes that back. Its statements are put into the policies of the bucket and the key beside what
/// is there; where the key is of another account than the role, the role's own policy must allow it, too, and gets it from the stack set
/// (<see href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html">keys of other accounts</see>).
/// </summary>
public sealed class IngestionGrantor
{
    private readonly IngestionSite _site;
    private readonly StackSetHome _home;
    private readonly IngestionPlan _plan;
    private readonly StackSetQueue _queue;

    private IngestionGrantor(IngestionSite site, StackSetHome home, IngestionPlan plan, TimeProvider clock) =>
        (_site, _home, _plan, _queue) = (site, home, plan, new StackSetQueue(home.CloudFormation, plan.StackSet, clock));

    /// <summary>What is to be let read, in words.</summary>
    public string Target => $"{Place.Trail.Name} ({Place.Trail.BucketName})";

    private IngestionPlace Place => _site.Place;

    private bool NeedsIdentityPolicy => Place.KeyAccount is { } key && key != Place.BucketAccount;

    /// <summary>Finds trail, bucket and key.</summary>
    /// <exception cref="SonraiException"><c>OrganizationTrailNotFound</c>, <c>TrailBucketOwnerUnknown</c>.</exception>
    public static async Task<IngestionGrantor> OpenAsync(IAws aws, AwsAccess access, IngestionPlan plan, TimeProvider clock, CancellationToken cancellationToken) => new(
        await IngestionSite.OpenAsync(aws, access, plan, cancellationToken).ConfigureAwait(false),
        await StackSetHome.OpenAsync(aws, access, cancellationToken).ConfigureAwait(false),
        plan,
        clock);

    /// <summary>Grants it. What is granted already is left as it is.</summary>
    /// <exception cref="SonraiException"><c>CollectorRoleMissing</c>, <c>TrailKeyNotYours</c>, <c>TrailAccountNotEntered</c>, <c>CollectorRoleNotUpdated</c>.</exception>
    public async Task GrantAsync(CancellationToken cancellationToken)
    {
        var iam = await _site.OpenIamAsync(cancellationToken).ConfigureAwait(false);
        if (await iam.Roles.GetAsync(Place.Role.Name, cancellationToken).ConfigureAwait(false) is null)
        {
            // A policy that names a role which is not there is refused, or names nobody for ever.
            throw new SonraiException(IngestionProblems.NoRole(Place.Role));
        }

        if (Place.KeyAccount is not null)
        {
            await ChangeKeyAsync(policy => PolicyEdit.With(policy, IngestionGrant.OfKey(Place)), cancellationToken).ConfigureAwait(false);
        }

        if (NeedsIdentityPolicy && !await MayDecryptAsync(iam, cancellationToken).ConfigureAwait(false))
        {
            await LetDecryptAsync(Place.Trail.KmsKeyId!, cancellationToken).ConfigureAwait(false);
        }

        await ChangeBucketAsync(policy => PolicyEdit.With(policy, IngestionGrant.OfBucket(Place)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes it back, and nothing else.</summary>
    public async Task RevokeAsync(CancellationToken cancellationToken)
    {
        await ChangeBucketAsync(policy => policy is null ? null : PolicyEdit.Without(policy, IngestionGrant.BucketSids), cancellationToken).ConfigureAwait(false);
        if (Place.KeyAccount is not null)
        {
            await ChangeKeyAsync(policy => PolicyEdit.Without(policy, IngestionGrant.KeySids) ?? policy, cancellationToken).ConfigureAwait(false);
        }

        if (NeedsIdentityPolicy)
        {
            await LetDecryptAsync(null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>True if the role's own policy, as the template writes it, has the key.</summary>
    private async Task<bool> MayDecryptAsync(IIam iam, CancellationToken cancellationToken) =>
        await iam.IdentityPolicies.GetInlineAsync(IamIdentity.Role(Place.Role.Name), CollectorPolicies.DecryptTrails, cancellationToken)
            .ConfigureAwait(false) is { } policy
        && policy.Document.Json.Contains(Place.Trail.KmsKeyId!, StringComparison.Ordinal);

    private async Task ChangeBucketAsync(Func<PolicyDocument?, PolicyDocument?> change, CancellationToken cancellationToken)
    {
        var s3 = await _site.OpenS3Async(cancellationToken).ConfigureAwait(false);
        var before = await s3.GetBucketPolicyAsync(Place.Trail.BucketName, cancellationToken).ConfigureAwait(false);
        var after = change(before);
        if (Differ(before, after))
        {
            await s3.PutBucketPolicyAsync(Place.Trail.BucketName, after, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ChangeKeyAsync(Func<PolicyDocument, PolicyDocument> change, CancellationToken cancellationToken)
    {
        var kms = await _site.OpenKmsAsync(cancellationToken).ConfigureAwait(false);
        var key = Place.Trail.KmsKeyId!;
        if (await kms.DescribeKeyAsync(key, cancellationToken).ConfigureAwait(false) is { IsCustomerManaged: false })
        {
            throw new SonraiException(IngestionProblems.AwsOwnKey(key));
        }

        var before = await kms.GetKeyPolicyAsync(key, cancellationToken).ConfigureAwait(false);
        var after = change(before);
        if (Differ(before, after))
        {
            await kms.PutKeyPolicyAsync(key, after, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the role of the one account another list of keys than the set has; null for no other key than the set's own.</summary>
    private async Task LetDecryptAsync(string? key, CancellationToken cancellationToken)
    {
        var cloudFormation = _home.CloudFormation;
        var set = await cloudFormation.StackSets.DescribeAsync(_plan.StackSet, cancellationToken).ConfigureAwait(false);
        var instance = set is null ? null : await cloudFormation.StackInstances
            .ListAsync(_plan.StackSet, new StackInstanceFilter(Account: Place.BucketAccount), cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (instance is null)
        {
            throw NotUpdated("the stack set has no instance there, so its role cannot be let decrypt");
        }

        IEnumerable<string> keys = (set!.Parameters.GetValueOrDefault(RoleTemplateParameters.KmsKeyArns) ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries);
        var request = new StackInstancesRequest
        {
            StackSet = _plan.StackSet,
            Targets = instance.OrganizationalUnitId is { } unit
                ? DeploymentTargets.In([unit], AccountFilter.Intersection, [Place.BucketAccount])
                : DeploymentTargets.Of([Place.BucketAccount]),
            Regions = [instance.Region],
            OperationId = OperationId.New(),
            ParameterOverrides = [new(RoleTemplateParameters.KmsKeyArns, string.Join(',', key is null ? keys : keys.Append(key).Distinct()))],
        };
        Task<StartedOperation> Begin(CancellationToken stop) => cloudFormation.StackInstances.UpdateAsync(request, stop);
        await foreach (var _ in _queue.RunAsync(request.OperationId, Begin, "Letting the role decrypt", 1, cancellationToken).ConfigureAwait(false))
        {
        }

        var outcome = await OperationOutcome.ReadAsync(cloudFormation, _plan.StackSet, $"{request.OperationId}", cancellationToken).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            throw NotUpdated("StackSets did not bring the key to its role");
        }
    }

    private SonraiException NotUpdated(string why) => new(RollOutProblems.NotUpdated(Place.BucketAccount.ToString(), _plan.StackSet.Name, why));

    private static bool Differ(PolicyDocument? before, PolicyDocument? after) => before?.Json != after?.Json
        && !(before is not null && after is not null && JsonNode.DeepEquals(
            JsonNode.Parse(before.Json), JsonNode.Parse(after.Json)));
}
