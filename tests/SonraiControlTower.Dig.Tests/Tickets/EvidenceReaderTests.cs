using System.Text.Json;

namespace SonraiControlTower.Dig.Tests.Tickets;

public sealed class EvidenceReaderTests
{
    private const string Evidence = """
        { "resourceId": "arn:aws:iam::210987654321:role/app", "data": [
          { "resourceId": "arn:aws:iam::210987654321:role/app",
            "policySrn": "srn:aws:iam::210987654321/Policy/ManagedPolicy/wide",
            "policyResourceId": "arn:aws:iam::210987654321:policy/team/wide",
            "policy": { "Version": "2012-10-17", "Statement": [] },
            "monitoredActionsPolicy": { "type": "attach", "message": "seen", "Version": "2012-10-17", "Statement": [] } },
          { "policySrn": "srn:aws:iam::210987654321/Policy/InlinePolicy/extra", "policyResourceId": "NA",
            "policy": "{\"Version\":\"2012-10-17\"}", "monitoredActionsPolicy": { "type": "detach", "message": "unused" } } ] }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Evidence_is_read_as_an_object_and_as_text(bool asText)
    {
        var policies = Read(asText ? JsonSerializer.Serialize(Evidence) : Evidence);

        policies.Select(policy => policy.PolicyName).ShouldBe(["wide", "extra"]);
        policies[0].ShouldBe(new PolicyEvidence
        {
            PolicyName = "wide",
            PolicySrn = "srn:aws:iam::210987654321/Policy/ManagedPolicy/wide",
            PolicyArn = "arn:aws:iam::210987654321:policy/team/wide",
            IdentityArn = "arn:aws:iam::210987654321:role/app",
            RecommendedPolicy = """{"Version":"2012-10-17","Statement":[]}""",
            MonitoredPolicy = """{"Version":"2012-10-17","Statement":[]}""",
            MonitoredType = "attach",
            MonitoredMessage = "seen",
        });
    }

    [Fact]
    public void An_inline_policy_has_no_ARN_and_what_is_to_be_detached_no_document()
    {
        var inline = Read(Evidence)[1];

        inline.IsInline.ShouldBeTrue();
        inline.RecommendedPolicy.ShouldBe("""{"Version":"2012-10-17"}""");
        inline.MonitoredPolicy.ShouldBeNull();
        inline.MonitoredType.ShouldBe("detach");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"data":{"Roles":{"items":[]}}}""")]
    [InlineData("""{"data":["text",{"policyResourceId":"NA"}]}""")]
    [InlineData("[1]")]
    public void Evidence_of_another_kind_tells_nothing_of_policies(string evidence) => Read(evidence).ShouldBeEmpty();

    [Fact]
    public void Text_that_is_no_JSON_is_refused_with_the_ticket()
    {
        var problem = Should.Throw<SonraiException>(() => Read("\"{broken\"")).Problem;

        problem.Id.ShouldBe("DigUnexpectedAnswer");
        problem.Message.ShouldContain("srn:acme::Ticket/1");
    }

    private static IReadOnlyList<PolicyEvidence> Read(string json) =>
        EvidenceReader.Read(JsonElement.Parse(json), "TicketEvidence", "srn:acme::Ticket/1");
}
