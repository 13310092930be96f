namespace SonraiControlTower;

/// <summary>
/// What the ARN of an organization's account says: <c>arn:PARTITION:organizations::MANAGEMENT:account/ORGANIZATION/ACCOUNT</c>
/// (<see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html">resource types of AWS Organizations</see>).
/// </summary>
/// <param name="Partition"><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> or another of AWS's partitions.</param>
/// <param name="ManagementAccountId">The organization's management account.</param>
/// <param name="OrganizationId"><c>o-</c> and 10 to 32 letters and digits.</param>
public sealed record AccountArn(string Partition, string ManagementAccountId, string OrganizationId)
{
    /// <summary>Reads such an ARN; null for anything else.</summary>
    public static AccountArn? TryParse(string? arn) =>
        arn?.Split(':') is ["arn", var partition, "organizations", "", var management, var resource]
        && resource.Split('/') is ["account", var organization, _]
            ? new AccountArn(partition, management, organization)
            : null;
}
