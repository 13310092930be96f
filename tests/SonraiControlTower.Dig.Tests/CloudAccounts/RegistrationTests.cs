using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class RegistrationTests
{
    private const string Operation = "createSubAccount";

    [Fact]
    public async Task Each_account_of_a_request_has_its_own_outcome()
    {
        await using var tenant = await TestTenant.StartAsync();
        var collector = tenant.AddCollector();
        tenant.AddAccounts(collector, [TestTenant.Id(2)]);
        tenant.Server.Refuse(TestTenant.Id(3), "the role cannot be assumed");

        var answers = await RegisterAsync(tenant, collector, 1, 2, 3, 4);

        answers.Select(answer => answer.Outcome).ShouldBe(
            [RegistrationOutcome.Made, RegistrationOutcome.Refused, RegistrationOutcome.Refused, RegistrationOutcome.Made]);
        answers[0].Srn.ShouldStartWith("srn:crc90210::PlatformCloudAccount/");
        answers[2].Problem!.Id.ShouldBe("RegistrationRefused");
        answers[2].Problem!.Message.ShouldContain("the role cannot be assumed");
        tenant.Server.Record.Count(Operation).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_collector_is_refused_for_each_account()
    {
        await using var tenant = await TestTenant.StartAsync();

        var answers = await RegisterAsync(tenant, new SonraiCollector("gone", "srn:none", "aws"), 1, 2);

        answers.ShouldAllBe(answer => answer.Outcome == RegistrationOutcome.Refused);
    }

    public static TheoryData<string> LostAnswers => ["cut before", "cut after", "truncated", "garbage", "500", "502 after"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_leaves_every_account_open_and_is_sent_once(string fault)
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var collector = tenant.AddCollector();
        tenant.Proxy.Script(FaultOf(fault));

        var answers = await RegisterAsync(tenant, collector, 1, 2);

        answers.ShouldAllBe(answer => answer.Outcome == RegistrationOutcome.Unknown && answer.Problem!.Id == "RegistrationAnswerLost");
        tenant.Proxy.Seen.ShouldBe(1);
    }

    [Theory]
    [InlineData(401, "TokenRefused")]
    [InlineData(402, "WrongTenant")]
    [InlineData(403, "WrongTenant")]
    [InlineData(404, "WrongTenant")]
    [InlineData(429, "DigThrottled")]
    public async Task Where_nothing_can_have_been_registered_the_problem_is_thrown(int status, string expected)
    {
        await using var tenant = await TestTenant.StartAsync();
        var collector = tenant.AddCollector();
        tenant.Server.Script(Operation, Enumerable.Repeat(ServerFault.Answer(status), 6));

        var problem = await Throws.ProblemOf(tenant.Clock.RunAsync(RegisterAsync(tenant, collector, 1)));

        problem.Id.ShouldBe(expected);
        tenant.Server.RegistrationsSent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_throttled_registration_is_sent_when_the_tenant_allows_it()
    {
        await using var tenant = await TestTenant.StartAsync();
        var collector = tenant.AddCollector();
        tenant.Server.Script(Operation, ServerFault.TooManyRequests("30"), ServerFault.TooManyRequests());

        var answers = await tenant.Clock.RunAsync(RegisterAsync(tenant, collector, 1));

        answers.ShouldHaveSingleItem().Outcome.ShouldBe(RegistrationOutcome.Made);
        tenant.Clock.Pauses[0].ShouldBe(TimeSpan.FromSeconds(30));
        tenant.Server.RegistrationsSent.ShouldBe([TestTenant.Id(1)]);
    }

    [Fact]
    public async Task A_document_that_the_tenant_refuses_registered_nothing()
    {
        var problem = await Throws.ProblemOf(AnsweredAsync(
            """{"errors":[{"message":"no such type","extensions":{"classification":"ValidationError"}}]}"""));

        problem.Id.ShouldBe("DigErrors");
    }

    [Fact]
    public async Task An_error_about_no_account_in_particular_leaves_open_what_has_no_answer()
    {
        var answers = await AnsweredAsync("""{"data":{"a0":{"srn":"srn:1"},"a1":null},"errors":[{"message":"backend restarted"}]}""");

        answers[0].ShouldBe(new RegistrationAnswer(AccountId.Parse(TestTenant.Id(1)), RegistrationOutcome.Made, "srn:1", null));
        answers[1].Outcome.ShouldBe(RegistrationOutcome.Unknown);
        answers[1].Problem!.Message.ShouldContain("backend restarted");
    }

    [Fact]
    public async Task An_error_without_data_and_without_a_code_leaves_everything_open()
    {
        var answers = await AnsweredAsync("""{"data":null,"errors":[{"message":"internal error"}]}""");

        answers.ShouldAllBe(answer => answer.Outcome == RegistrationOutcome.Unknown);
    }

    [Fact]
    public async Task Nothing_to_register_asks_nothing()
    {
        await using var tenant = await TestTenant.StartAsync();

        (await RegisterAsync(tenant, tenant.AddCollector())).ShouldBeEmpty();

        tenant.Server.Record.Requests.ShouldBeEmpty();
    }

    private static ProxyFault FaultOf(string name) => name switch
    {
        "cut before" => ProxyFault.CutBeforeForwarding,
        "cut after" => ProxyFault.CutAfterForwarding,
        "truncated" => ProxyFault.TruncateBody,
        "garbage" => ProxyFault.GarbageBody,
        "500" => ProxyFault.Answer(500),
        _ => ProxyFault.AnswerAfterForwarding(502),
    };

    private static Task<IReadOnlyList<RegistrationAnswer>> RegisterAsync(TestTenant tenant, SonraiCollector collector, params IEnumerable<int> numbers) =>
        tenant.Dig.CloudAccounts.RegisterAsync(collector, [.. numbers.Select(number => TestTenant.Request(TestTenant.Id(number)))], default);

    private static async Task<IReadOnlyList<RegistrationAnswer>> AnsweredAsync(string body)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json(body));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });
        return await tenant.CloudAccounts.RegisterAsync(
            new SonraiCollector("prod", "srn:c", "aws"), [TestTenant.Request(TestTenant.Id(1)), TestTenant.Request(TestTenant.Id(2))], default);
    }
}
