namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>Roles and users that nobody uses are deleted or disabled, and come back.</summary>
public sealed class UnusedIdentityTests
{
    private static readonly AccountId _web = SampleAccounts.BookingWebProd;

    [Fact]
    public async Task Delete_role_refuses_one_that_is_used()
    {
        using var house = await House.OpenAsync(_web);
        var old = house.Picture(_web);
        house.Plan = house.Plan with { Method = RemediationBots.Resolve("Delete role") };

        var problem = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Problem;

        problem!.Id.ShouldBeOneOf("IdentityInUse", "RemediationWouldDeny");
        house.Picture(_web).ShouldBe(old);
    }

    [Fact]
    public async Task A_role_that_nobody_uses_and_that_has_no_policy_is_deleted_and_comes_back()
    {
        var account = SampleAccounts.BookingTest;
        using var house = await House.OpenAsync(account);
        var old = house.Picture(account);
        house.Plan = house.Plan with { Method = RemediationBots.Resolve("Delete role") };
        var ticket = await house.TicketAsync("BookingLegacyBatchRole");
        ticket.Evidence.ShouldBeEmpty();

        var end = await house.RemedyAsync(ticket);

        end.Problem.ShouldBeNull();
        house.Cloud.Zone.Iam.Of(account).Role("BookingLegacyBatchRole").ShouldBeNull();
        (await house.TicketAsync("BookingLegacyBatchRole")).Status.ShouldBe(TicketStatus.Closed);
        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        house.Picture(account).ShouldBe(old);
    }

    [Theory]
    [InlineData("srn:aws:iam::777799991111/Role/Role/NoSuchRole", "RemediationIdentityGone")]
    [InlineData("srn:aws:iam::777799991111/Group/Group/readers", "TicketWithoutEvidence")]
    [InlineData("srn:aws:s3::777799991111/Resource/Bucket/data", "TicketWithoutEvidence")]
    [InlineData(null, "TicketWithoutEvidence")]
    public async Task A_ticket_that_tells_of_no_identity_that_is_there_is_refused(string? srn, string problem)
    {
        using var house = await House.OpenAsync(SampleAccounts.BookingTest);
        var ticket = new SonraiTicket { Title = "made up", Srn = "srn:test", Status = TicketStatus.New, ResourceSrn = srn, Evidence = [] };

        (await house.PrepareAsync(ticket)).Problem!.Id.ShouldBe(problem);
    }

    [Fact]
    public async Task A_user_that_nobody_uses_is_deleted_with_all_that_it_has_and_comes_back_but_for_its_secrets()
    {
        var account = SampleAccounts.HarbourlineBookings;
        using var house = await House.OpenAsync(account);
        house.Cloud.Zone.Iam.Of(account).User("hl.former").ShouldNotBeNull();
        house.Plan = house.Plan with { Method = RemediationBots.Resolve("Delete AWS User") };
        var arn = $"arn:aws:iam::{account}:user/hl.former";
        var ticket = new SonraiTicket
        {
            Title = "made up",
            Srn = "srn:test",
            Status = TicketStatus.New,
            Evidence = [new PolicyEvidence { PolicyName = "x", IdentityArn = arn }],
        };

        var plan = (await house.PrepareAsync(ticket)).Plan!;
        plan.Remarks.ShouldContain(remark => remark.Contains("password", StringComparison.Ordinal));
        var end = await house.ApplyAsync(plan);

        end.Problem.ShouldBeNull();
        house.Cloud.Zone.Iam.Of(account).User("hl.former").ShouldBeNull();
        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        var back = house.Cloud.Zone.Iam.Of(account).User("hl.former")!;
        back.Groups.ShouldBe(["hl-operators"]);
        back.HasPassword.ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_is_disabled_and_its_keys_become_active_again()
    {
        var account = SampleAccounts.HarbourlineBookings;
        using var house = await House.OpenAsync(account);
        house.Plan = house.Plan with { Method = RemediationBots.Resolve("Disable AWS User") };
        var user = house.Cloud.Zone.Iam.Of(account).User("hl.former")!;
        var ticket = new SonraiTicket
        {
            Title = "made up",
            Srn = "srn:test",
            Status = TicketStatus.New,
            Evidence = [new PolicyEvidence { PolicyName = "x", IdentityArn = user.Arn }],
        };

        var end = await house.ApplyAsync((await house.PrepareAsync(ticket)).Plan!);

        end.Problem.ShouldBeNull();
        user.HasPassword.ShouldBeFalse();
        user.AccessKeys.ShouldAllBe(key => !key.Key.IsActive);
        (await house.UndoAsync(end.Remediation)).Problem.ShouldBeNull();
        user.AccessKeys.ShouldAllBe(key => key.Key.IsActive);
    }
}
