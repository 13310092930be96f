using SonraiControlTower.TestKit;

namespace SonraiControlTower.Module.Tests.Wire;

/// <summary>Tickets and findings on a tenant's wire.</summary>
public sealed class TicketTests
{
    public static TheoryData<bool> Kinds => [false, true];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_walkthrough_finds_opens_and_accepts(bool findings)
    {
        await using var tenant = await ConnectAsync(findings);
        var framework = tenant.Dig.AddLeastPrivilege()[1];
        var global = tenant.Dig.AddSwimlane("Global");
        tenant.Dig.AddTicket(new ContractTicketSeed { FrameworkSrn = framework, ResourceName = "deployer" });
        var own = tenant.Dig.AddTicket(new ContractTicketSeed
        {
            FrameworkSrn = framework,
            SwimlaneSrns = [global],
            ResourceName = "sonrai-collector-role",
            Evidence = """{"data":[{"policyResourceId":"arn:aws:iam::aws:policy/ReadOnlyAccess","policy":{"Version":"2012-10-17","Statement":[]}}]}""",
        });

        var run = tenant.Run("""
            $ticket = Get-SonraiLeastPrivilegeTicket -Swimlane Global -ControlFramework 'Least Privilege - Optimize Policy' -Detailed
            $ticket
            $ticket | Approve-SonraiRisk -Reason 'It reads everything by design'
            """);

        run.Errors.ShouldBeEmpty();
        run.Strings("IsExpected").First().ShouldBe("True");
        run.Strings("Srn").ShouldBe([own, own]);
        run.Output[1].Properties["Status"].Value.ShouldBe("Done");
        run.Output[1].Properties["TicketStatus"].Value.ShouldBe("RISK_ACCEPTED");
        tenant.Dig.StatusOf(own).ShouldBe("RISK_ACCEPTED");
        tenant.Dig.CommentsOn(own).ShouldBe(["Risk accepted: It reads everything by design"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Closing_while_the_list_is_read_closes_every_one(bool findings)
    {
        await using var tenant = await ConnectAsync(findings);
        var srns = AddNew(tenant, 2120);

        var run = tenant.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework * -Status NEW | Close-SonraiTicket");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(srns.Count);
        srns.ShouldAllBe(srn => tenant.Dig.StatusOf(srn) == "CLOSED");
    }

    [Fact]
    public async Task A_thousand_risks_are_accepted_in_twenty_writes_and_twenty_reads_beside_the_list()
    {
        await using var tenant = await ConnectAsync();
        AddNew(tenant, 1000);

        var run = tenant.Run("$tickets = Get-SonraiLeastPrivilegeTicket -ControlFramework *; $tickets | Approve-SonraiRisk -Reason why");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(Enumerable.Repeat("Done", 1000));
        tenant.Dig.Record.Count("AcceptRiskTickets").ShouldBe(20);
        tenant.Dig.Record.Count("Tickets").ShouldBe(2 + 20);
    }

    [Fact]
    public async Task That_a_tenant_keeps_the_end_of_a_risk_as_a_comment_only_is_told_once()
    {
        await using var tenant = await ConnectAsync();
        var srns = AddNew(tenant, 2);

        var run = tenant.Run("Approve-SonraiRisk -Srn $srns -Reason why -Until 2099-01-31", ("srns", srns.ToArray()));

        run.Errors.ShouldBeEmpty();
        run.Texts.Count(IsWarned).ShouldBe(1);
        srns.ShouldAllBe(srn => tenant.Dig.StatusOf(srn) == "RISK_ACCEPTED");
        tenant.Run("Approve-SonraiRisk -Srn $srns -Reason why").Texts.Any(IsWarned).ShouldBeFalse();

        static bool IsWarned(string text) => text.Contains("comment only", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_ticket_has_its_own_answer()
    {
        await using var tenant = await ConnectAsync();
        var srns = AddNew(tenant, 3);
        tenant.Dig.RefuseTicket(srns[1]);
        tenant.Dig.SetTicketStatus(srns[2], "CLOSED");

        var run = tenant.Run("Close-SonraiTicket -Srn $srns", ("srns", (string[])[.. srns, "srn:crc90210::Ticket/none"]));

        run.Strings("Status").ShouldBe(["Done", "Failed", "AlreadyDone", "Failed"]);
        run.ErrorIds.ShouldBe(["TicketNotChanged", "TicketNotFound"]);
        run.Errors.ShouldAllBe(error => error.ErrorDetails.RecommendedAction != "");
    }

    [Fact]
    public async Task A_snoozed_ticket_is_snoozed_anew()
    {
        await using var tenant = await ConnectAsync();
        var srn = AddNew(tenant, 1)[0];

        var run = tenant.Run("""
            Get-SonraiLeastPrivilegeTicket -ControlFramework * | Suspend-SonraiTicket -Until ([DateTimeOffset]::Now.AddDays(1))
            Get-SonraiLeastPrivilegeTicket -ControlFramework * | Suspend-SonraiTicket -Until ([DateTimeOffset]::Now.AddDays(30))
            """);

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done", "Done"]);
        tenant.Dig.SnoozedUntil(srn)!.Value.ShouldBe(DateTimeOffset.UtcNow.AddDays(30), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_lost_answer_is_told_for_each_ticket_and_the_second_run_ends_it()
    {
        await using var tenant = await ConnectAsync();
        var srns = AddNew(tenant, 2);
        tenant.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework * > $null").Errors.ShouldBeEmpty();
        tenant.Proxy.Script(ProxyFault.None, ProxyFault.CutBeforeForwarding);

        var first = tenant.Run("Close-SonraiTicket $srns", ("srns", srns.ToArray()));
        var second = tenant.Run("Close-SonraiTicket $srns");

        first.ErrorIds.ShouldBe(["TicketAnswerLost", "TicketAnswerLost"]);
        second.Errors.ShouldBeEmpty();
        second.Strings("Status").ShouldBe(["Done", "Done"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_rate_limit_is_waited_out(bool findings)
    {
        await using var tenant = await ConnectAsync(findings);
        AddNew(tenant, 1);
        tenant.Dig.Script(findings ? "ListFindings" : "Tickets", ServerFault.TooManyRequests("1"));
        tenant.Dig.Script(findings ? "CloseFindings" : "CloseTickets", ServerFault.TooManyRequests("1"));

        var run = tenant.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework * | Close-SonraiTicket");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done"]);
    }

    [Fact]
    public async Task A_tenant_without_frameworks_of_least_privilege_gives_every_ticket_with_a_warning()
    {
        await using var tenant = await ConnectAsync();
        AddNew(tenant, 2);

        var run = tenant.Run("Get-SonraiLeastPrivilegeTicket");

        run.Output.Count.ShouldBe(2);
        run.Texts.ShouldHaveSingleItem().ShouldContain("*Least Privilege*");
    }

    [Fact]
    public async Task By_default_only_tickets_of_least_privilege_come()
    {
        await using var tenant = await ConnectAsync();
        var meant = tenant.Dig.AddTicket(new ContractTicketSeed { FrameworkSrn = tenant.Dig.AddFramework("AWS Least Privilege – Baseline") });
        tenant.Dig.AddTicket(new ContractTicketSeed { FrameworkSrn = tenant.Dig.AddFramework("Data Exposure") });

        tenant.Run("Get-SonraiLeastPrivilegeTicket").Strings("Srn").ShouldBe([meant]);
        tenant.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework *").Output.Count.ShouldBe(2);
        tenant.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework nothing*").Output.ShouldBeEmpty();
        tenant.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework Nothing").OnlyError("FrameworkNotFound");
    }

    [Fact]
    public async Task Evidence_that_a_tenant_does_not_give_is_told_with_the_way_to_see_it()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(new DigContractOptions { OffersTicketEvidence = false });
        AddNew(tenant, 1);

        tenant.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework * -Detailed").OnlyError("OperationNotOffered")
            .ErrorDetails.RecommendedAction.ShouldContain("Show Remediation Steps");
    }

    [Fact]
    public async Task WhatIf_sends_no_change()
    {
        await using var tenant = await ConnectAsync();
        var srns = AddNew(tenant, 2);

        tenant.Run("""
            $tickets = Get-SonraiLeastPrivilegeTicket -ControlFramework *
            $tickets | Close-SonraiTicket -WhatIf
            $tickets | Approve-SonraiRisk -Reason x -WhatIf
            $tickets | Set-SonraiTicket -Comment x -WhatIf
            """).Errors.ShouldBeEmpty();

        srns.ShouldAllBe(srn => tenant.Dig.StatusOf(srn) == "NEW" && tenant.Dig.CommentsOn(srn).Count == 0);
        tenant.Dig.Record.Requests.ShouldNotContain(request => request.Query.StartsWith("mutation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ticket_is_assigned_by_address_and_commented_on()
    {
        await using var tenant = await ConnectAsync();
        var ada = tenant.Dig.AddUser("Ada", "ada@example.com");
        var srn = AddNew(tenant, 1)[0];

        tenant.Run("Set-SonraiTicket -Srn $srn -AssignTo ADA@example.com -Comment 'please look'", ("srn", srn)).Errors.ShouldBeEmpty();
        var nobody = tenant.Run("Set-SonraiTicket -Srn $srn -AssignTo eve@example.com");

        tenant.Dig.AssigneeOf(srn).ShouldBe(ada);
        tenant.Dig.CommentsOn(srn).ShouldBe(["please look"]);
        nobody.OnlyError("UserNotFound");
    }

    private static Task<TenantRunspace> ConnectAsync(bool findings = false) =>
        TenantRunspace.ConnectAsync(new DigContractOptions { OffersTickets = !findings, OffersFindings = findings });

    private static IReadOnlyList<string> AddNew(TenantRunspace tenant, int count) => tenant.Dig.AddTickets(count, _ => new ContractTicketSeed());
}
