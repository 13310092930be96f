using System.Text.Json.Nodes;

namespace SonraiControlTower.Core.Tests.Ingestion;

public sealed class PolicyEditTests
{
    private static readonly PolicyDocument _trail = new(
        """{"Version":"2012-10-17","Id":"trail","Statement":[{"Sid":"AWSBucketPermissionsCheck","Effect":"Allow","Principal":{"Service":["cloudtrail.amazonaws.com"]},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::logs"}]}""");

    [Fact]
    public void Statements_are_put_beside_those_that_are_there()
    {
        var merged = PolicyEdit.With(_trail, [Statement("Ours", "s3:GetObject")]);

        var root = JsonNode.Parse(merged.Json)!;
        root["Id"]!.ToString().ShouldBe("trail");
        Sids(merged).ShouldBe(["AWSBucketPermissionsCheck", "Ours"]);
        JsonNode.DeepEquals(root["Statement"]![0], JsonNode.Parse(_trail.Json)!["Statement"]![0]).ShouldBeTrue();
    }

    [Fact]
    public void A_statement_of_the_same_Sid_is_replaced_where_it_stands()
    {
        var first = PolicyEdit.With(PolicyEdit.With(null, [Statement("Ours", "s3:Get*"), Statement("Other", "s3:List*")]), [Statement("Ours", "s3:GetObject")]);

        Sids(first).ShouldBe(["Ours", "Other"]);
        PolicyEdit.Has(first, [Statement("Ours", "s3:GetObject")]).ShouldBeTrue();
        PolicyEdit.Has(first, [Statement("Ours", "s3:Get*")]).ShouldBeFalse();
    }

    [Fact]
    public void Taking_back_what_was_put_leaves_what_was_there()
    {
        var merged = PolicyEdit.With(_trail, [Statement("Ours", "s3:GetObject")]);

        var back = PolicyEdit.Without(merged, ["Ours"]);

        JsonNode.DeepEquals(JsonNode.Parse(back!.Json), JsonNode.Parse(_trail.Json)).ShouldBeTrue();
    }

    [Fact]
    public void A_policy_with_nothing_left_is_none() =>
        PolicyEdit.Without(PolicyEdit.With(null, [Statement("Ours", "s3:GetObject")]), ["Ours"]).ShouldBeNull();

    [Fact]
    public void A_single_statement_may_stand_alone_as_AWS_allows()
    {
        var single = new PolicyDocument("""{"Version":"2012-10-17","Statement":{"Sid":"One","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}""");

        Sids(PolicyEdit.With(single, [Statement("Ours", "s3:GetObject")])).ShouldBe(["One", "Ours"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"Version\":\"2012-10-17\"}")]
    [InlineData("{\"Statement\":\"x\"}")]
    public void What_is_no_policy_is_left_alone_and_told_of(string json) =>
        Should.Throw<SonraiException>(() => PolicyEdit.With(new PolicyDocument(json), [Statement("Ours", "s3:GetObject")]))
            .Problem.Id.ShouldBe("MalformedPolicy");

    private static JsonObject Statement(string sid, string action) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["AWS"] = "arn:aws:iam::333344445555:role/sonrai-collector-role" },
        ["Action"] = action,
        ["Resource"] = "arn:aws:s3:::logs/*",
    };

    private static IEnumerable<string> Sids(PolicyDocument policy) =>
        JsonNode.Parse(policy.Json)!["Statement"]!.AsArray().Select(one => one!["Sid"]!.ToString());
}
