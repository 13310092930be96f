using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tickets;

public sealed class GetSonraiLeastPrivilegeTicketTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Without_parameters_those_of_least_privilege_come_newest_first()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket");

        run.Errors.ShouldBeEmpty();
        run.Texts.ShouldNotContain(text => text.Contains("No control framework", StringComparison.Ordinal));
        run.Strings("ResourceName").ShouldBe(
        [
            "RouteplannerLambdaRole", "sonrai-collector-role", "BookingApiProdRole", "DataPlatformAdminRole", "ci-deployer",
            "TelemetryIngestRole", "billing-operators", "HarbourlineImportRole", "BreakGlassAdmin", "BookingLegacyBatchRole",
        ]);
        run.Values("Evidence").ShouldAllBe(evidence => evidence == null);
        run.Values("Comments").ShouldAllBe(comments => comments == null);
    }

    [Theory]
    [InlineData("*", 11)]
    [InlineData("nothing, *", 11)]
    [InlineData("'Identity Hygiene'", 1)]
    [InlineData("'Least Privilege - Optimize Policy'", 7)]
    [InlineData("'least privilege – optimize policy'", 7)]
    [InlineData("'*- Optimize Role', 'Identity*'", 2)]
    [InlineData("(Get-SonraiControlFramework '*- Optimize Role')", 1)]
    [InlineData("(Get-SonraiControlFramework '*- Optimize*')", 10)]
    [InlineData("(Get-SonraiControlFramework '*- Optimize Role').Srn", 1)]
    [InlineData("nothing*", 0)]
    public void Frameworks_are_titles_with_any_dash_patterns_SRNs_or_objects(string framework, int expected)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket -ControlFramework {framework}");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(expected);
    }

    [Theory]
    [InlineData("-Severity critical, Low", "sonrai-collector-role BookingApiProdRole DataPlatformAdminRole BreakGlassAdmin")]
    [InlineData("-Severity CRITICAL -Swimlane production", "BookingApiProdRole DataPlatformAdminRole")]
    [InlineData("-Severity CRITICAL -Swimlane (Get-SonraiSwimlane Production)", "BookingApiProdRole DataPlatformAdminRole")]
    [InlineData("-Severity CRITICAL -Swimlane (Get-SonraiSwimlane Production).Srn, Billing", "BookingApiProdRole DataPlatformAdminRole")]
    [InlineData("-Swimlane (Get-SonraiSwimlane Prod*, Bill*) -Severity MEDIUM", "billing-operators")]
    [InlineData("-Swimlane Global -Severity LOW", "sonrai-collector-role")]
    [InlineData("-Status new -Severity LOW", "sonrai-collector-role")]
    [InlineData("-Status CLOSED, SNOOZED, RISK_ACCEPTED", "")]
    [InlineData("-AccountId 111133335555, 888899990000, 111133335555", "BookingApiProdRole ci-deployer")]
    [InlineData("-AccountId 111133335555 -Severity LOW", "")]
    public void Filters_hold_together_and_one_value_of_each_is_enough(string parameters, string expected)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {parameters}");

        run.Errors.ShouldBeEmpty();
        string.Join(' ', run.Strings("ResourceName")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("ci-deployer", "ci-deployer")]
    [InlineData("CI-Deployer, Break*", "ci-deployer BreakGlassAdmin")]
    [InlineData("*admin*", "DataPlatformAdminRole BreakGlassAdmin")]
    [InlineData("srn:aws:iam::888899990000/User/User/ci-deployer", "ci-deployer")]
    [InlineData("srn:aws:iam::444455556666/*", "BreakGlassAdmin")]
    [InlineData("arn:aws:iam::888899990000:user/ci-deployer", "ci-deployer")]
    [InlineData("arn:aws:iam::888899990000:user/a/path/ci-deployer", "ci-deployer")]
    [InlineData("arn:aws:iam::999999999999:user/ci-deployer", "")]
    [InlineData("arn:aws:iam::888899990000:user/CI-deployer", "ci-deployer")]
    [InlineData("nothing, arn:aws:iam::444455556666:role/BreakGlassAdmin", "BreakGlassAdmin")]
    [InlineData("nothing", "")]
    public void Resources_are_names_SRNs_or_ARNs(string resource, string expected)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {resource}");

        run.Errors.ShouldBeEmpty();
        string.Join(' ', run.Strings("ResourceName")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("-First 2", "RouteplannerLambdaRole sonrai-collector-role")]
    [InlineData("-First 2 -Skip 1", "sonrai-collector-role BookingApiProdRole")]
    [InlineData("-Skip 9", "BookingLegacyBatchRole")]
    [InlineData("-Skip 10", "")]
    [InlineData("-Resource Booking* -Skip 1", "BookingLegacyBatchRole")]
    [InlineData("-Resource Booking* -First 1", "BookingApiProdRole")]
    [InlineData("-AccountId 111133335555, 777799991111 -First 1 -Skip 1 -Detailed", "BookingLegacyBatchRole")]
    public void First_and_Skip_count_what_passes(string parameters, string expected)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {parameters}");

        run.Errors.ShouldBeEmpty();
        string.Join(' ', run.Strings("ResourceName")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("-CreatedAfter $now.AddDays(-2.5)", "RouteplannerLambdaRole sonrai-collector-role")]
    [InlineData("-CreatedBefore $now.AddDays(-40)", "BreakGlassAdmin BookingLegacyBatchRole")]
    [InlineData("-CreatedAfter $now.AddDays(-13) -CreatedBefore $now.AddDays(-8)", "ci-deployer TelemetryIngestRole")]
    [InlineData("-CreatedAfter $now.AddDays(-8) -CreatedBefore $now.AddDays(-13)", "")]
    [InlineData("-ModifiedAfter $now.AddMinutes(-5)", "BookingLegacyBatchRole")]
    [InlineData("-ModifiedBefore $now.AddDays(-40)", "BreakGlassAdmin")]
    public void Dates_narrow_by_making_and_by_the_last_change(string parameters, string expected)
    {
        _sandbox.Run("Close-SonraiTicket $srn", ("srn", SampleTickets.LegacyBatch)).Errors.ShouldBeEmpty();

        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {parameters}", ("now", DateTimeOffset.Now));

        run.Errors.ShouldBeEmpty();
        string.Join(' ', run.Strings("ResourceName")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Get-OrgAccount -Name 'Booking API prod'")]
    [InlineData("Get-OrgAccount -Name 'Booking API prod' | Register-SonraiAccount")]
    [InlineData("[pscustomobject]@{ Id = '111133335555' }")]
    [InlineData("[pscustomobject]@{ AccountId = '111133335555' }, [pscustomobject]@{ AccountId = '111133335555' }")]
    public void Accounts_come_through_the_pipe(string accounts)
    {
        var run = _sandbox.Run($"{accounts} | Get-SonraiLeastPrivilegeTicket");

        run.Errors.ShouldBeEmpty();
        run.Strings("ResourceName").ShouldBe(["BookingApiProdRole"]);
    }

    [Theory]
    [InlineData("@()")]
    [InlineData("Get-OrgAccount -Name nobody")]
    [InlineData("Get-OrgAccount -Name 'Log archive'")]
    public void No_account_and_one_without_tickets_give_nothing(string accounts)
    {
        var run = _sandbox.Run($"{accounts} | Get-SonraiLeastPrivilegeTicket");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("12, 111133335555", 1)]
    [InlineData("12", 0)]
    public void What_is_no_account_id_is_told_and_the_others_are_looked_at(string ids, int expected)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket -AccountId {ids}");

        run.OnlyError("MalformedAccountId").TargetObject.ShouldBe("12");
        run.Output.Count.ShouldBe(expected);
    }

    [Fact]
    public void By_SRN_they_come_in_that_order_each_once_and_what_is_missing_is_told()
    {
        var run = _sandbox.Run(
            "Get-SonraiLeastPrivilegeTicket -Srn $late, srn:none, $early, $late", ("late", SampleTickets.LegacyBatch), ("early", SampleTickets.BookingApi));

        run.OnlyError("TicketNotFound").TargetObject.ShouldBe("srn:none");
        run.Strings("Srn").ShouldBe([SampleTickets.LegacyBatch, SampleTickets.BookingApi]);
    }

    [Fact]
    public void By_SRN_the_framework_does_not_matter()
    {
        var run = _sandbox.Run("""
            $other = Get-SonraiLeastPrivilegeTicket -ControlFramework 'Identity Hygiene'
            Get-SonraiLeastPrivilegeTicket -Srn $other.Srn
            """);

        run.Errors.ShouldBeEmpty();
        run.Strings("ResourceName").ShouldBe(["legacy-reporting"]);
    }

    [Theory]
    [InlineData("Get-SonraiLeastPrivilegeTicket -First 3")]
    [InlineData("Get-SonraiLeastPrivilegeTicket -First 3 | Set-SonraiTicket -Comment x")]
    [InlineData("Get-SonraiLeastPrivilegeTicket -First 3 | ForEach-Object { [pscustomobject]@{ Srn = $_.Srn } }")]
    public void What_has_an_SRN_is_read_again_with_its_details(string tickets)
    {
        var run = _sandbox.Run($"{tickets} | Get-SonraiLeastPrivilegeTicket -Detailed");

        run.Errors.ShouldBeEmpty();
        run.Strings("ResourceName").ShouldBe(["RouteplannerLambdaRole", "sonrai-collector-role", "BookingApiProdRole"]);
        run.Values("Evidence").ShouldAllBe(evidence => evidence != null);
    }

    [Fact]
    public void Details_are_the_policies_and_the_comments()
    {
        _sandbox.Run("Set-SonraiTicket $srn -Comment first; Set-SonraiTicket $srn -Comment second", ("srn", SampleTickets.BookingApi));

        var run = _sandbox.Run("$ticket = Get-SonraiLeastPrivilegeTicket BookingApiProdRole -Detailed; $ticket");
        var policies = _sandbox.Run("$ticket.Evidence");
        var comments = _sandbox.Run("$ticket.Comments");

        run.Errors.ShouldBeEmpty();
        run.Output.Single().TypeNames[0].ShouldEndWith("#Detailed");
        policies.Strings("PolicyName").ShouldBe(["booking-api-wide", "legacy-export"]);
        policies.Values("IsInline").ShouldBe([false, true]);
        policies.Strings("PolicyArn").ShouldBe(["arn:aws:iam::111133335555:policy/booking-api-wide", null]);
        policies.Strings("IdentityArn").Distinct().ShouldBe(["arn:aws:iam::111133335555:role/BookingApiProdRole"]);
        policies.Strings("RecommendedPolicy").ShouldAllBe(policy => policy!.StartsWith("""{"Version":"2012-10-17",""", StringComparison.Ordinal));
        policies.Strings("MonitoredType").ShouldBe(["attach", "detach"]);
        policies.Strings("MonitoredPolicy").Select(policy => policy is null).ShouldBe([false, true]);
        comments.Strings("Body").ShouldBe(["first", "second"]);
        comments.Strings("CreatedBy").ShouldBe(["operator", "operator"]);
    }

    [Fact]
    public void A_ticket_that_is_not_about_policies_has_no_evidence()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket BookingLegacyBatchRole -Detailed");

        run.Values("Evidence").Single().ShouldBeAssignableTo<System.Collections.ICollection>()!.Count.ShouldBe(0);
        run.Values("Comments").Single().ShouldBeAssignableTo<System.Collections.ICollection>()!.Count.ShouldBe(0);
    }

    [Fact]
    public void The_ticket_of_the_collectors_own_role_was_to_be_expected_and_says_why()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Where-Object IsExpected");

        run.Strings("Srn").ShouldBe([SampleTickets.Collector]);
        run.Strings("Explanation").Single()!.ShouldContain("Approve-SonraiRisk");
        _sandbox.Run("Get-SonraiLeastPrivilegeTicket -Severity HIGH").Values("Explanation").ShouldAllBe(explanation => explanation == null);
    }

    [Fact]
    public void A_collectors_role_is_known_by_the_name_that_its_account_is_registered_with()
    {
        _sandbox.Run("$null = Register-SonraiAccount 111133335555, 999911113333 -RoleName BookingApiProdRole").Errors.ShouldBeEmpty();

        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket | Where-Object IsExpected");

        run.Strings("Srn").ShouldBe([SampleTickets.Collector, SampleTickets.BookingApi]);
    }

    [Theory]
    [InlineData("-ControlFramework Nothing", "FrameworkNotFound", "Data Exposure")]
    [InlineData("-ControlFramework 'Data Exposure', Nothing", "FrameworkNotFound", "Data Exposure")]
    [InlineData("-Swimlane Nowhere", "SwimlaneNotFound", "'Production'")]
    public void What_there_is_not_ends_the_command_with_what_there_is(string parameters, string error, string known)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {parameters}");

        run.OnlyError(error).ErrorDetails.RecommendedAction.ShouldContain(known);
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-Status OPEN", "ParameterArgumentValidationError")]
    [InlineData("-Severity Worst", "ParameterArgumentValidationError")]
    [InlineData("-First 0", "ParameterArgumentValidationError")]
    [InlineData("-Skip -1", "ParameterArgumentValidationError")]
    [InlineData("-CreatedAfter yesterday", "CannotConvertArgumentNoMessage")]
    [InlineData("-Swimlane 5", "ParameterArgumentTransformationError")]
    [InlineData("-ControlFramework (Get-SonraiSwimlane Billing)", "ParameterArgumentTransformationError")]
    [InlineData("-Srn srn:none -First 1", "AmbiguousParameterSet")]
    public void What_makes_no_sense_is_refused_before_anything_is_asked(string parameters, string error)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {parameters}");

        run.ErrorIds.ShouldBe([error]);
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-ControlFramework Ident", "'Identity Hygiene'")]
    [InlineData("-Swimlane Pro", "Production")]
    [InlineData("-Status cl", "CLOSED")]
    [InlineData("-Severity in", "INFORMATIONAL")]
    public void Tab_completes_what_is_known(string typed, string expected)
    {
        var run = _sandbox.Run(
            "(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText", ("line", $"Get-SonraiLeastPrivilegeTicket {typed}"));

        run.Output.Select(text => text.ToString()).ShouldBe([expected]);
    }

    [Fact]
    public void Without_a_session_there_is_one_error()
    {
        using var bare = new ModuleRunspace();

        bare.Run("Get-SonraiLeastPrivilegeTicket").OnlyError("NotConnected");
    }
}
