namespace SonraiControlTower.Core.Tests.Accounts;

public sealed class AccountArnTests
{
    [Theory]
    [InlineData("aws")]
    [InlineData("aws-us-gov")]
    [InlineData("aws-cn")]
    public void An_accounts_ARN_tells_partition_management_account_and_organization(string partition) =>
        AccountArn.TryParse($"arn:{partition}:organizations::111122223333:account/o-exampleorgid/444455556666")
            .ShouldBe(new AccountArn(partition, "111122223333", "o-exampleorgid"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("arn:aws:iam::111122223333:role/account")]
    [InlineData("arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-1")]
    [InlineData("arn:aws:organizations::111122223333:account/o-exampleorgid")]
    public void Any_other_ARN_tells_nothing(string? arn) =>
        AccountArn.TryParse(arn).ShouldBeNull();
}
