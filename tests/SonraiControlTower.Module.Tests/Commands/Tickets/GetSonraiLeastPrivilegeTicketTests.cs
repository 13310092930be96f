using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Tickets;

public sealed class GetSonraiLeastPrivilegeTicketTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Without_parameters_those_of_least_privilege_come_newest_first_and_the_gravest_of_them_before_the_others()
    {
        var run = _sandbox.Run("Get-SonraiLeastPrivilegeTicket");

        run.Errors.ShouldBeEmpty();
        run.Texts.ShouldNotContain(text => text.Contains("No control framework", StringComparison.Ordinal));
        run.Strings("ResourceName").ShouldContain("AllSafeProdRole");
        run.Strings("Title").Distinct().Count().ShouldBe(7);
        run.Values("SeverityNumeric").Cast<int>().ShouldBeInOrder(SortDirection.Descending);
        run.Values("Evidence").ShouldAllBe(evidence => evidence == null);
        run.Values("Comments").ShouldAllBe(comments => comments == null);
    }

    [Theory]
    [InlineData("'Identity Hygiene'", "")]
    [InlineData("'Least Privilege - Optimize Role'", "Assumable by Any Principal|Unused Roles")]
    [InlineData("'least privilege – optimize role'", "Assumable by Any Principal|Unused Roles")]
    [InlineData("'*- Optimize Role', 'Identity*'", "Assumable by Any Principal|Unused Roles")]
    [InlineData("(Get-SonraiControlFramework '*- Optimize Role')", "Assumable by Any Principal|Unused Roles")]
    [InlineData("(Get-SonraiControlFramework '*- Optimize Role').Srn", "Assumable by Any Principal|Unused Roles")]
    [InlineData("(Get-SonraiControlFramework '*- Optimize Administrator', '*- Optimize Service Admin')", "Unused Administrative Permissions|Unused Service Permissions")]
    [InlineData("'Least Privilege - Optimize Policy'", "Unused Sensitive Permissions")]
    [InlineData("nothing*", "")]
    public void Frameworks_are_titles_with_any_dash_patterns_SRNs_or_objects(string framework, string expected)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket -ControlFramework {framework}");

        run.Errors.ShouldBeEmpty();
        string.Join('|', run.Strings("Title").Select(title => title!.Split(": ")[1]).Distinct().Order(StringComparer.Ordinal)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("nothing, *")]
    public void A_star_stands_for_every_framework(string framework)
    {
        var all = _sandbox.Run("Get-SonraiLeastPrivilegeTicket").Strings("Srn");

        _sandbox.Run($"Get-SonraiLeastPrivilegeTicket -ControlFramework {framework}").Strings("Srn").ShouldBe(all);
    }

    [Theory]
    [InlineData("-Severity CRITICAL -Swimlane production", "DataPlatformAdminRole AllSafeProdRole BookingApiProdRole")]
    [InlineData("-Severity critical -Swimlane (Get-SonraiSwimlane Production)", "DataPlatformAdminRole AllSafeProdRole BookingApiProdRole")]
    [InlineData("-Severity CRITICAL -Swimlane (Get-SonraiSwimlane Production).Srn, Billing", "DataPlatformAdminRole AllSafeProdRole BookingApiProdRole")]
    [InlineData("-Swimlane (Get-SonraiSwimlane Bill*) -Severity HIGH, low", "invoice-writer billing-operators")]
    [InlineData("-Swimlane Global -Severity CRITICAL -ControlFramework '*Role'", "HarbourlinePartnerUpload")]
    [InlineData("-Status new -Severity CRITICAL -ControlFramework '*Role'", "HarbourlinePartnerUpload")]
    [InlineData("-Status CLOSED, SNOOZED, RISK_ACCEPTED", "")]
    [InlineData("-AccountId 111133335555, 888899990000, 111133335555 -Severity CRITICAL", "ci-deployer BookingApiProdRole")]
    [InlineData("-AccountId 111133335555 -Severity LOW", "")]
    public void Filters_hold_together_and_one_value_of_each_is_enough(string parameters, string expected)
    {
        // Every account has the role of Organizations, and those of IAM Identity Center.
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {parameters} | Where-Object ResourceName -notmatch '^(Organization|AWSReserved)'");

        run.Errors.ShouldBeEmpty();
        string.Join(' ', run.Strings("ResourceName")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("ci-deployer", "ci-deployer")]
    [InlineData("CI-Deployer, Break*", "BreakGlassAdmin ci-deployer")]
    [InlineData("*PlatformAdminRole", "DataPlatformAdminRole")]
    [InlineData("srn:aws:iam::888899990000/User/User/ci-deployer", "ci-deployer")]
    [InlineData("srn:aws:iam::444455556666/Role/Role/Break*", "BreakGlassAdmin")]
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
        string.Join(' ', run.Strings("ResourceName").Distinct()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("-First 2", 0, 2)]
    [InlineData("-First 2 -Skip 1", 1, 2)]
    [InlineData("-Skip 9", 9, 1000)]
    [InlineData("-Skip 100000", 100000, 0)]
    [InlineData("-First 1 -Skip 1 -Detailed", 1, 1)]
    public void First_and_Skip_count_what_passes(string parameters, int skipped, int taken)
    {
        const string Some = "-Resource *Prod*, *Harbour*, hl-*";
        var all = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {Some}").Strings("Srn");

        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {Some} {parameters}");

        run.Errors.ShouldBeEmpty();
        run.Strings("Srn").ShouldBe(all.Skip(skipped).Take(taken));
    }

    [Theory]
    [InlineData("-CreatedAfter $now.AddDays(-2.5)", true)]
    [InlineData("-CreatedBefore $now.AddDays(-40)", false)]
    [InlineData("-CreatedAfter $now.AddDays(-13) -CreatedBefore $now.AddDays(1)", true)]
    [InlineData("-CreatedAfter $now.AddDays(1) -CreatedBefore $now.AddDays(-13)", false)]
    [InlineData("-ModifiedAfter $now.AddMinutes(-5)", true)]
    [InlineData("-ModifiedBefore $now.AddDays(-40)", false)]
    public void Dates_narrow_by_making_and_by_the_last_change(string parameters, bool isThere)
    {
        _sandbox.Run("Close-SonraiTicket $srn", ("srn", SampleTickets.LegacyBatch)).Errors.ShouldBeEmpty();

        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket {parameters}", ("now", DateTimeOffset.Now));

        run.Errors.ShouldBeEmpty();
        run.Strings("Srn").Contains(SampleTickets.LegacyBatch).ShouldBe(isThere);
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
        run.Strings("Srn").ShouldContain(SampleTickets.BookingApi);
        run.Strings("Srn").ShouldBeUnique();
        run.Strings("Account").ShouldAllBe(account => account == "111133335555");
    }

    [Theory]
    [InlineData("@()")]
    [InlineData("Get-OrgAccount -Name nobody")]
    [InlineData("Get-OrgAccount -Status SUSPENDED")]
    public void No_account_and_one_without_tickets_give_nothing(string accounts)
    {
        var run = _sandbox.Run($"{accounts} | Get-SonraiLeastPrivilegeTicket");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("12, 111133335555", true)]
    [InlineData("12", false)]
    public void What_is_no_account_id_is_told_and_the_others_are_looked_at(string ids, bool isLooked)
    {
        var run = _sandbox.Run($"Get-SonraiLeastPrivilegeTicket -AccountId {ids}");

        run.OnlyError("MalformedAccountId").TargetObject.ShouldBe("12");
        run.Strings("Srn").Contains(SampleTickets.BookingApi).ShouldBe(isLooked);
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
            $other = Get-SonraiLeastPrivilegeTicket HarbourlinePartnerUpload -ControlFramework '*Optimize Role'
            Get-SonraiLeastPrivilegeTicket -Srn $other.Srn
            """);

        run.Errors.ShouldBeEmpty();
        run.Strings("ResourceName").ShouldBe(["HarbourlinePartnerUpload"]);
    }

    [Theory]
    [InlineData("Get-SonraiLeastPrivilegeTicket -First 3")]
    [InlineData("Get-SonraiLeastPrivilegeTicket -First 3 | Set-SonraiTicket -Comment x")]
    [InlineData("Get-SonraiLeastPrivilegeTicket -First 3 | ForEach-Object { [pscustomobject]@{ Srn = $_.Srn } }")]
    public void What_has_an_SRN_is_read_again_with_its_details(string tickets)
    {
        var first = _sandbox.Run("Get-SonraiLeastPrivilegeTicket -First 3").Strings("Srn");

        var run = _sandbox.Run($"{tickets} | Get-SonraiLeastPrivilegeTicket -Detailed");

        run.Errors.ShouldBeEmpty();
        run.Strings("Srn").ShouldBe(first);
        run.Values("Evidence").ShouldAllBe(evidence => evidence != null);
    }

    [Fact]
    public void Details_are_the_policies_and_the_comments()
    {
        _sandbox.Run("Set-SonraiTicket $srn -Comment first; Set-SonraiTicket $srn -Comment second", ("srn", SampleTickets.BookingApi));

        var run = _sandbox.Run("$ticket = Get-SonraiLeastPrivilegeTicket -Srn $srn -Detailed; $ticket", ("srn", SampleTickets.BookingApi));
        var policies = _sandbox.Run("$ticket.Evidence");
        var comments = _sandbox.Run("$ticket.Comments");

        run.Errors.ShouldBeEmpty();
        run.Output.Single().TypeNames[0].ShouldEndWith("#Detailed");
        policies.Strings("PolicyName").ShouldBe(["legacy-export", "booking-api-wide"]);
        policies.Values("IsInline").ShouldBe([true, false]);
        policies.Strings("PolicyArn").ShouldBe([null, "arn:aws:iam::111133335555:policy/booking-api-wide"]);
        policies.Strings("IdentityArn").Distinct().ShouldBe(["arn:aws:iam::111133335555:role/BookingApiProdRole"]);
        policies.Strings("OriginalPolicy").ShouldAllBe(policy => policy!.StartsWith("""{"Version":"2012-10-17",""", StringComparison.Ordinal));
        policies.Strings("MonitoredType").ShouldBe(["detach", "attach"]);
        policies.Strings("RecommendedPolicy").Select(policy => policy is null).ShouldBe([true, false]);
        policies.Strings("MonitoredPolicy").Select(policy => policy is null).ShouldBe([true, false]);
        policies.Values("UnusedSensitiveActions").Cast<System.Collections.IEnumerable>().Last().Cast<object>().Select(action => $"{action}").ShouldContain("iam:AttachRolePolicy");
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

        run.Strings("Srn").ShouldContain(SampleTickets.Collector);
        run.Strings("Srn").ShouldContain(SampleTickets.BookingApi);
        run.Strings("ResourceName").Distinct().Count().ShouldBe(2);
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
