using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.Aws.S3;

namespace SonraiControlTower.Aws.Tests.S3;

public sealed class TlsOnlyPolicyTests
{
    [Fact]
    public void Where_there_is_no_policy_the_statement_is_the_policy()
    {
        var policy = JsonNode.Parse(TlsOnlyPolicy.Added(null, "aws-cn", "bucket")!.Json)!;

        ((string?)policy["Version"]).ShouldBe("2012-10-17");
        var statement = policy["Statement"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)statement["Effect"]).ShouldBe("Deny");
        statement["Resource"]!.AsArray().Select(resource => (string?)resource).ShouldBe(["arn:aws-cn:s3:::bucket", "arn:aws-cn:s3:::bucket/*"]);
        ((string?)statement["Condition"]!["Bool"]!["aws:SecureTransport"]).ShouldBe("false");
    }

    [Theory]
    [InlineData("""{"Version":"2008-10-17","Id":"x","Statement":[{"Sid":"Größe","Effect":"Allow"}]}""")]
    [InlineData("""{"Version":"2008-10-17","Id":"x","Statement":{"Sid":"Größe","Effect":"Allow"}}""")]
    public void What_the_policy_says_it_goes_on_to_say(string present)
    {
        var added = TlsOnlyPolicy.Added(new(present), "aws", "bucket")!.Json;

        added.ShouldStartWith("""{"Version":"2008-10-17","Id":"x","Statement":[{"Sid":"Größe","Effect":"Allow"},{""");
        JsonNode.Parse(added)!["Statement"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void What_it_says_already_is_not_said_again_whatever_its_name()
    {
        var said = TlsOnlyPolicy.Added(null, "aws", "bucket")!;

        TlsOnlyPolicy.Added(said, "aws", "bucket").ShouldBeNull();
        TlsOnlyPolicy.Added(new(said.Json.Replace("TlsOnly", "Other", StringComparison.Ordinal)), "aws", "bucket").ShouldBeNull();
        TlsOnlyPolicy.Added(new(said.Json.Replace("\"Sid\":\"TlsOnly\",", "", StringComparison.Ordinal)), "aws", "bucket").ShouldBeNull();
    }

    [Fact]
    public void A_refusal_that_is_narrower_is_not_enough()
    {
        var said = TlsOnlyPolicy.Added(null, "aws", "bucket")!.Json;

        TlsOnlyPolicy.Added(new(said.Replace("s3:*", "s3:GetObject", StringComparison.Ordinal)), "aws", "bucket").ShouldNotBeNull();
        TlsOnlyPolicy.Added(new(said), "aws", "other").ShouldNotBeNull();
    }

    [Fact]
    public void What_is_not_a_policy_is_not_written_over() =>
        Should.Throw<JsonException>(() => TlsOnlyPolicy.Added(new("[]"), "aws", "bucket"));
}
