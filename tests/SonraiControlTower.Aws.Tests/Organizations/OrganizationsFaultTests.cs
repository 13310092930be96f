using SonraiControlTower.TestKit.OrganizationsWire;

namespace SonraiControlTower.Aws.Tests.Organizations;

public sealed class OrganizationsFaultTests
{
    private static readonly WireEstate _estate = new(60);

    public static TheoryData<string> PassingFaults => ["throttled", "server error", "cut"];

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task What_passes_is_tried_again(string fault)
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire.Fail("ListAccounts", Fault(fault), page: 2);

        (await fixture.Organizations.ListAccountsAsync(default).CountAsync()).ShouldBe(60);

        fixture.Wire.Count("ListAccounts").ShouldBe(4);
    }

    [Theory]
    [InlineData("throttled", "AwsThrottled")]
    [InlineData("server error", "AwsServerError")]
    [InlineData("cut", "AwsUnreachable")]
    [InlineData("nonsense", "AwsUnexpectedAnswer")]
    [InlineData("denied", "AwsAccessDenied")]
    public async Task A_failure_on_a_middle_page_comes_after_the_pages_before_it(string fault, string problem)
    {
        await using var fixture = await WireFixture.StartAsync(_estate, attempts: 2);
        fixture.Wire.Fail("ListAccounts", Fault(fault), times: int.MaxValue, page: 2);
        var delivered = new List<OrgAccount>();

        var thrown = await Should.ThrowAsync<SonraiException>(async () =>
        {
            await foreach (var account in fixture.Organizations.ListAccountsAsync(default))
            {
                delivered.Add(account);
            }
        });

        delivered.Count.ShouldBe(20);
        thrown.Problem.Id.ShouldBe(problem);
    }

    [Fact]
    public async Task Being_asked_to_slow_down_is_not_failing()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire.Fail("ListRoots", WireFaults.Throttled, times: 3);

        (await fixture.Organizations.ListRootsAsync(default).CountAsync()).ShouldBe(1);

        fixture.Wire.Count("ListRoots").ShouldBe(4);
    }

    [Fact]
    public async Task Anything_else_is_tried_three_times()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire.Fail("ListRoots", WireFaults.ServerError, times: int.MaxValue);

        await Should.ThrowAsync<SonraiException>(async () => await fixture.Organizations.ListRootsAsync(default).CountAsync());

        fixture.Wire.Count("ListRoots").ShouldBe(3);
    }

    [Fact]
    public async Task The_sessions_own_number_of_attempts_counts()
    {
        await using var fixture = await WireFixture.StartAsync(_estate, attempts: 1);
        fixture.Wire.Fail("ListRoots", WireFaults.Throttled, times: int.MaxValue);

        await Should.ThrowAsync<SonraiException>(async () => await fixture.Organizations.ListRootsAsync(default).CountAsync());

        fixture.Wire.Count("ListRoots").ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire.Fail("DescribeOrganization", WireFaults.Refused("AWSOrganizationsNotInUseException", "No."), times: int.MaxValue);

        var thrown = await Should.ThrowAsync<SonraiException>(() => fixture.Organizations.DescribeOrganizationAsync(default));

        thrown.Problem.Id.ShouldBe("NoOrganization");
        fixture.Wire.Count("DescribeOrganization").ShouldBe(1);
    }

    [Fact]
    public async Task A_late_answer_is_waited_for()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire.Fail("ListRoots", WireFaults.Late(TimeSpan.FromMilliseconds(200)));

        (await fixture.Organizations.ListRootsAsync(default).SingleAsync()).Id.ShouldBe(WireEstate.RootId);
    }

    [Fact]
    public async Task A_source_that_fails_to_give_keys_is_a_problem_of_the_credentials()
    {
        await using var fixture = await WireFixture.StartAsync(_estate, () => throw new NotSupportedException("The vault is closed."));

        var thrown = await Should.ThrowAsync<SonraiException>(() => fixture.Organizations.DescribeOrganizationAsync(default));

        thrown.Problem.Message.ShouldBe("The AWS credentials cannot be used: The vault is closed.");
        fixture.Wire.Requests.ShouldBeEmpty();
    }

    private static WireFault Fault(string name) => name switch
    {
        "throttled" => WireFaults.Throttled,
        "server error" => WireFaults.ServerError,
        "cut" => WireFaults.Cut,
        "denied" => WireFaults.Refused("AccessDeniedException", "You don't have permissions to access this resource."),
        _ => WireFaults.Answered("""{"Accounts":[{"Name":"without an id"}]}"""),
    };
}
