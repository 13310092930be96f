namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>Whom remediation leaves alone, and whom it waits for.</summary>
public sealed class GuardTests
{
    private static readonly AccountId _web = SampleAccounts.BookingWebProd;

    [Theory]
    [InlineData("AWSControlTowerExecution", "IdentityProtected")]
    [InlineData("sonrai-bot-role", "IdentityProtected")]
    public async Task These_are_left_alone_unless_they_are_named(string name, string id)
    {
        using var house = await House.OpenAsync(_web);
        var arn = SampleAccounts.Role(_web, name);
        var ticket = new SonraiTicket
        {
            Title = "made up",
            Srn = "srn:test",
            Status = TicketStatus.New,
            Evidence = [new PolicyEvidence { PolicyName = "AdministratorAccess", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess", IdentityArn = arn }],
        };

        (await house.PrepareAsync(ticket)).Problem!.Id.ShouldBe(id);
        house.Plan = house.Plan with { IncludeProtected = [name] };
        (await house.PrepareAsync(ticket)).Problem?.Id.ShouldNotBe(id);
    }

    [Theory]
    [InlineData("hl.brandt", "hl-operators", true)]
    [InlineData("hl.brandt", "hl-admins", false)]
    [InlineData("hl.kowalski", "hl-operators", false)]
    public async Task A_group_that_the_caller_is_in_is_left_alone_unless_it_is_named(string user, string group, bool isProtected)
    {
        var account = SampleAccounts.HarbourlineBookings;
        using var house = await House.OpenAsync(account);
        house.Who = $"arn:aws:iam::{account}:user/{user}";
        var ticket = await house.TicketAsync(group);

        var problem = (await house.PrepareAsync(ticket)).Problem;

        (problem?.Id == "IdentityProtected").ShouldBe(isProtected);
        if (isProtected)
        {
            problem!.Message.ShouldEndWith($"group/{group}' is left alone: this session itself works with what it grants, as arn:aws:iam::{account}:user/{user}.");
            house.Plan = house.Plan with { IncludeProtected = [group] };
            (await house.PrepareAsync(ticket)).Problem.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Roles_of_services_are_never_changed()
    {
        using var house = await House.OpenAsync(_web);
        var arn = $"arn:aws:iam::{_web}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";
        house.Plan = house.Plan with { IncludeProtected = [arn] };

        var problem = (await house.PrepareAsync(new SonraiTicket
        {
            Title = "made up",
            Srn = "srn:test",
            Status = TicketStatus.New,
            Evidence = [new PolicyEvidence { PolicyName = "x", IdentityArn = arn }],
        })).Problem;

        problem!.Id.ShouldBe("IdentityOfService");
    }

    [Fact]
    public async Task Another_session_that_is_at_it_is_left_alone_until_it_has_been_silent_for_two_minutes()
    {
        using var house = await House.OpenAsync(_web);
        var plan = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Plan!;
        house.Intruder.Reset(5);
        await Should.ThrowAsync<Killed>(() => house.ApplyAsync(plan));
        house.Intruder.Reset();
        house.Owner = "another";
        var left = house.Journal.Find(plan.Id)!;

        (await house.UndoAsync(left)).Problem!.Id.ShouldBe("RemediationUnderWay");
        house.Cloud.Clock.Advance(TimeSpan.FromMinutes(3));
        (await house.UndoAsync(left)).Problem.ShouldBeNull();
    }
}
