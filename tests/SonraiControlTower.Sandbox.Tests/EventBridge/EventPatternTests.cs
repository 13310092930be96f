using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox.Tests.EventBridge;

public sealed class EventPatternTests
{
    private const string Event = """
        {"source":"aws.controltower","detail-type":"AWS Service Event via CloudTrail","resources":["a","b"],
         "detail":{"eventName":"CreateManagedAccount","count":3,"dry":false,"none":null,"status":{"state":"SUCCEEDED"}}}
        """;

    [Theory]
    [InlineData("""{"source":["aws.controltower"]}""", true)]
    [InlineData("""{"source":["aws.organizations","aws.controltower"]}""", true)]
    [InlineData("""{"source":["aws.organizations"]}""", false)]
    [InlineData("""{"source":["aws.controltower"],"detail-type":["AWS API Call via CloudTrail"]}""", false)]
    [InlineData("""{"detail":{"status":{"state":["SUCCEEDED"]}}}""", true)]
    [InlineData("""{"detail":{"status":{"state":["FAILED"]}}}""", false)]
    [InlineData("""{"detail":{"other":{"state":["SUCCEEDED"]}}}""", false)]
    [InlineData("""{"resources":["b"]}""", true)]
    [InlineData("""{"resources":["c"]}""", false)]
    [InlineData("""{"detail":{"count":[3],"dry":[false],"none":[null]}}""", true)]
    [InlineData("""{"detail":{"none":["other"]}}""", false)]
    [InlineData("""{"detail":{"eventName":[{"prefix":"Create"}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"prefix":"Managed"}]}}""", false)]
    [InlineData("""{"detail":{"eventName":[{"suffix":"Account"}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"equals-ignore-case":"CREATEMANAGEDACCOUNT"}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"exists":true}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"exists":false}]}}""", false)]
    [InlineData("""{"detail":{"absent":[{"exists":false}]}}""", true)]
    [InlineData("""{"detail":{"absent":[{"exists":"false"}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"anything-but":"MoveAccount"}]}}""", true)]
    [InlineData("""{"detail":{"eventName":[{"anything-but":["MoveAccount","CreateManagedAccount"]}]}}""", false)]
    [InlineData("""{"detail":{"eventName":[{"anything-but":{"prefix":"Create"}}]}}""", false)]
    [InlineData("""{"detail":{"absent":[{"anything-but":"MoveAccount"}]}}""", false)]
    [InlineData("""{"$or":[{"source":["aws.organizations"]},{"detail":{"count":[3]}}]}""", true)]
    [InlineData("""{"$or":[{"source":["aws.organizations"]},{"detail":{"count":[4]}}]}""", false)]
    [InlineData("""{"source":["aws.organizations"],"$or":[{"detail":{"count":[3]}}]}""", false)]
    public void It_takes_what_its_tests_say(string pattern, bool takes) =>
        EventPattern.Parse(pattern).Matches(JsonNode.Parse(Event)!.AsObject()).ShouldBe(takes);

    [Theory]
    [InlineData("""{"source":"aws.controltower"}""")]
    [InlineData("""{"source":[]}""")]
    [InlineData("""{"source":[{"cidr":"10.0.0.0/8"}]}""")]
    [InlineData("""["source"]""")]
    [InlineData("""{"source":""")]
    public void A_pattern_that_the_sandbox_cannot_go_by_is_refused(string pattern) =>
        Should.Throw<AwsFault>(() => EventPattern.Parse(pattern)).Code.ShouldBe("InvalidEventPatternException");

    [Theory]
    [InlineData("rate(1 hour)", 60)]
    [InlineData("rate(2 hours)", 120)]
    [InlineData("rate(5 minutes)", 5)]
    [InlineData("rate(15 days)", 15 * 24 * 60)]
    [InlineData("rate(1 hours)", null)]
    [InlineData("rate(0 hours)", null)]
    [InlineData("cron(0 12 * * ? *)", null)]
    public void A_rate_has_the_plural_where_it_needs_it(string expression, int? minutes) =>
        Rate.Find(expression).ShouldBe(minutes is { } count ? TimeSpan.FromMinutes(count) : null);
}
