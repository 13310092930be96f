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
        var account = AccountBlob.Read(new WireCloudAccount("srn:1", "aws", JsonElement.Parse(blob)), _collector)!.Account;

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

    [Fact]
    public void A_change_keeps_whatever_else_is_in_the_blob_and_every_digit_of_it()
    {
        const string blob = """{"accountNumber":"000000000001","roleArn":"old","scanRoleArn":null,"n":12345678901234567890.10,"e":1E400,"deep":{"a":[1,{"roleArn":"x"}]},"Ünï":"\u00e9"}""";

        Changed(blob, new AccountUpdate(Ours) { RoleArn = "new" }).ShouldBe(
            """{"accountNumber":"000000000001","roleArn":"new","scanRoleArn":null,"n":12345678901234567890.10,"e":1E400,"deep":{"a":[1,{"roleArn":"x"}]},"Ünï":"é"}""");
    }

    [Theory]
    [InlineData("""{"roleArn":"r","botRoleArn":"b","x":1}""", """{"roleArn":"r","x":1}""")]
    [InlineData("""{"roleArn":"r","x":1}""", """{"roleArn":"r","x":1}""")]
    public void A_bot_role_that_is_removed_is_no_longer_named(string blob, string expected)
    {
        Changed(blob, new AccountUpdate(Ours) { RemovesBotRole = true }).ShouldBe(expected);
    }

    [Fact]
    public void A_bot_role_is_added_without_touching_the_role()
    {
        Changed("""{"roleArn":"r"}""", new AccountUpdate(Ours) { BotRoleArn = "b" }).ShouldBe("""{"roleArn":"r","botRoleArn":"b"}""");
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"roleArn":"r"}""", "")]
    [InlineData("""{"a":"another value","b":null}""", "")]
    [InlineData("""{"b":2}""", "a")]
    [InlineData("{}", "a b")]
    public void What_a_blob_has_lost_is_named_but_for_the_roles(string now, string lost)
    {
        var before = JsonElement.Parse("""{"a":1,"b":2,"roleArn":"r","botRoleArn":"b"}""");

        string.Join(' ', AccountBlob.Lost(before, JsonElement.Parse(now))).ShouldBe(lost);
    }

    private static SonraiAccount Ours => new() { AccountId = "000000000001", Collector = "prod", Srn = "srn:1" };

    private static string Changed(string blob, AccountUpdate update)
    {
        var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return AccountBlob.Updater(JsonElement.Parse(blob), update)["blob"]!.ToJsonString(options);
    }
}
