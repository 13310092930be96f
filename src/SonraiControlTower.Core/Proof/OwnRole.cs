namespace SonraiControlTower;

/// <summary>
/// The role of the account that the credentials belong to. Its trust policy has the external id, which CloudFormation shows nobody.
/// </summary>
internal static class OwnRole
{
    /// <summary>The external id that the role asks the collector for; null where there is no such role, or where it asks for none.</summary>
    public static async Task<ExternalId?> ExternalIdAsync(
        IAws aws, AwsAccess access, string roleName, AccountId collector, CancellationToken cancellationToken)
    {
        var iam = await aws.OpenIamAsync(access, cancellationToken).ConfigureAwait(false);
        return await iam.Roles.GetAsync(roleName, cancellationToken).ConfigureAwait(false) is { } role
            ? TrustPolicy.ExternalIdOf(role.TrustPolicy, collector)
            : null;
    }
}
