using System.Text.Json;

namespace SonraiControlTower.Dig.Tests;

public sealed class AccountBlobTests
{
    private static readonly SonraiCollector _collector = new("prod", "srn:crc1::PlatformAccount/1", "aws");

    [Fact]
    public void A_registration_says_what_the_contract_names_and_our_mark()
    {
        var request = new RegistrationRequest(
            AccountId.Parse("000000000001"), "arn:aws:iam::000000000001:role/r", "arn:aws:iam::000000000001:role/b", DateTimeOffset.FromUnixTimeMilliseconds(1735689600000));

        AccountBlob.Creator(_collector, request).ToJsonString().ShouldBe(
            """{"containedByAccount":{"add":["srn:crc1::PlatformAccount/1"]},"cloudType":"aws","blob":{"""
            + """ "accountNumber":"000000000001","roleArn":"arn:aws:iam::000000000001:role/r", """.Trim()
            + """ "botRoleArn":"arn:aws:iam::000000000001:role/b","runDateTime":1735689600000,"registeredBy":"SonraiControlTower"}} """.Trim());
    }

    [Fact]
    public void Without_a_bot_role_none_is_named()
    {
        AccountBlob.Creator(_collector, TestTenant.Request("000000000001")).ToJsonString().ShouldNotContain("botRoleArn");
    }

    [Theory]
    [InlineData("""{"accountNumber":"000000000001","roleArn":"r"}""")]
    [InlineData("""{"accountNumber":1,"roleArn":"r"}""")]
    [InlineData(""" "{\"accountNumber\":\"000000000001\",\"roleArn\":\"r\"}" """)]
    public void A_blob_is_read_as_an_object_and_as_text(string blob)
    {
        var account = AccountBlob.Read(new WireCloudAccount("srn:1", "aws", JsonElement.Parse(blob)), _collector)!;

        account.AccountId.ShouldBe("000000000001");
        account.RoleArn.ShouldBe("r");
        account.Collector.ShouldBe("prod");
        account.RegisteredBy.ShouldBeNull();
    }

    [Theory]
    [InlineData("azure", """{"accountNumber":"000000000001"}""")]
    [InlineData("aws", """{"subscriptionId":"000000000001"}""")]
    [InlineData("aws", """{"accountNumber":"12"}""")]
    [InlineData("aws", """{"accountNumber":null}""")]
    [InlineData("aws", "\"not json\"")]
    [InlineData("aws", "[]")]
    [InlineData("aws", "null")]
    public void What_is_no_aws_account_is_passed_over(string cloudType, string blob)
    {
        AccountBlob.Read(new WireCloudAccount("srn:1", cloudType, JsonElement.Parse(blob)), _collector).ShouldBeNull();
    }
}
