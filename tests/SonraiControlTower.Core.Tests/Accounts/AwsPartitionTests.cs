namespace SonraiControlTower.Core.Tests.Accounts;

public sealed class AwsPartitionTests
{
    [Theory]
    [InlineData("eu-west-1", "aws")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("cn-northwest-1", "aws-cn")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    [InlineData("us-iso-east-1", "aws-iso")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    [InlineData(null, "aws")]
    public void A_region_tells_its_partition(string? region, string partition) => AwsPartition.Of(region).ShouldBe(partition);
}
