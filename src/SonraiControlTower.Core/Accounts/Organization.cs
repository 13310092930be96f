namespace SonraiControlTower;

/// <summary>
/// An AWS organization, as
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html">Organizations' Organization</see> has it.
/// </summary>
/// <param name="Id"><c>o-</c> and 10 to 32 letters and digits.</param>
/// <param name="Arn"><c>arn:PARTITION:organizations::MANAGEMENT:organization/ID</c>.</param>
/// <param name="ManagementAccountId">The account that pays for and manages the organization.</param>
public sealed record Organization(string Id, string Arn, string ManagementAccountId)
{
    /// <summary><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> or another of AWS's partitions.</summary>
    public string Partition => Arn.Split(':') is ["arn", var partition, ..] ? partition : "aws";
}
