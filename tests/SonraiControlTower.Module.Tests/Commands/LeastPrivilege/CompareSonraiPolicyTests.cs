using System.Text.Json.Nodes;
using SonraiControlTower.Module.Tests.Hosting;
using SonraiControlTower.Module.Tests.Wire;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Module.Tests.Commands.LeastPrivilege;

public sealed class CompareSonraiPolicyTests : IDisposable
{
    private const string Ticket = "(Get-SonraiLeastPrivilegeTicket AllSafeProdRole -ControlFramework '*Optimize Policy')";

    // The sandbox's collector lives in 222233334444, and the organization's own role lets it in.
    private const string ThroughControlTower = "-RoleName AWSControlTowerExecution";

    private const string Evidence =
        """
        {"data":[{"resourceId":"arn:aws:iam::210987654321:role/app-deployer","policyResourceId":"arn:aws:iam::210987654321:policy/deploy",
          "policy":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}}]}
        """;

    // A ticket of the sandbox that tells as little as a tenant's does.
    private const string Bare =
        """
        function Set-Value($of, $name, $value) { $of.GetType().GetProperty($name).SetValue($of, $value) }
        $bare = Get-SonraiLeastPrivilegeTicket AllSafeProdRole -ControlFramework '*Optimize Policy' -Detailed
        foreach ($policy in $bare.Evidence) { Set-Value $policy OriginalPolicy $null }

        """;

    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(Ticket + " | Compare-SonraiPolicy")]
    [InlineData(Ticket + " | Get-SonraiLeastPrivilegeTicket -Detailed | Compare-SonraiPolicy")]
    [InlineData("Compare-SonraiPolicy " + Ticket)]
    [InlineData("Compare-SonraiPolicy -Srn " + Ticket + ".Srn")]
    [InlineData(Ticket + ".Srn | Compare-SonraiPolicy")]
    [InlineData("Get-SonraiPolicyRecommendation AllSafeProdRole | Compare-SonraiPolicy")]
    public void Tickets_their_SRNs_and_recommendations_are_compared_policy_by_policy(string script)
    {
        var run = _sandbox.Run(script);

        run.Errors.ShouldBeEmpty();
        run.Strings("PolicyName").Order(StringComparer.Ordinal).ShouldBe(["AllSafeProdAccess", "AmazonSQSFullAccess", "monitoring"]);
        run.Strings("IdentityArn").Distinct().ShouldBe(["arn:aws:iam::222244446666:role/AllSafeProdRole"]);
        run.Values("OriginalPolicy").ShouldAllBe(document => document != null);
        run.Values("KeptCount").Zip(run.Values("RemovedCount")).ShouldAllBe(pair => (int)pair.First! + (int)pair.Second! > 0);
    }

    [Theory]
    [InlineData("monitoring", "monitoring")]
    [InlineData("MON*", "monitoring")]
    [InlineData("*SQS*, monitoring", "monitoring AmazonSQSFullAccess")]
    [InlineData("arn:aws:iam::aws:policy/*", "AmazonSQSFullAccess")]
    [InlineData("nothing*", "")]
    public void Policies_are_chosen_by_name_pattern_or_ARN(string name, string expected)
    {
        var run = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -PolicyName {name}");

        run.Errors.ShouldBeEmpty();
        string.Join(' ', run.Strings("PolicyName")).ShouldBe(expected);
    }

    [Fact]
    public void A_name_that_the_ticket_does_not_have_is_told_with_those_it_has()
    {
        var run = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy nothing");

        run.ErrorIds.ShouldNotContain("PolicyNotInTicket");
        _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -PolicyName nothing").OnlyError("PolicyNotInTicket").ErrorDetails.RecommendedAction.ShouldContain("monitoring");
    }

    [Fact]
    public void A_ticket_that_is_not_about_policies_is_told_and_the_others_go_on()
    {
        var run = _sandbox.Run($"@(Get-SonraiLeastPrivilegeTicket BookingLegacyBatchRole; {Ticket}) | Compare-SonraiPolicy -PolicyName mon*");

        run.OnlyError("TicketWithoutEvidence");
        run.Strings("PolicyName").ShouldBe(["monitoring"]);
    }

    [Fact]
    public void An_SRN_of_no_ticket_is_told() =>
        _sandbox.Run("Compare-SonraiPolicy -Srn srn:none").OnlyError("TicketNotFound").TargetObject.ShouldBe("srn:none");

    [Fact]
    public void The_monitored_policy_can_stand_on_the_right()
    {
        var run = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -PolicyName AllSafeProdAccess -Choice Monitored");

        run.Strings("LeastPrivilegePolicy").ShouldBe(run.Strings("MonitoredPolicy"));
        run.Strings("LeastPrivilegePolicy").Single()!.ShouldNotContain("s3:ReplicateTags");
        run.Strings("RecommendedPolicy").Single()!.ShouldContain("s3:ReplicateTags");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(118)]
    public void As_text_it_is_lines_that_fit(int width)
    {
        var run = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -PolicyName monitoring -AsText -Width {width}");

        var lines = run.Output.Select(line => line.BaseObject.ShouldBeOfType<string>()).ToList();
        lines[0].ShouldBe("monitoring of role AllSafeProdRole: Replace");
        lines.ShouldAllBe(line => line.Length <= width && !line.Contains('\u001b'));
        lines.ShouldContain(line => line.StartsWith("-     \"cloudwatch:PutMetricAlarm\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Full_folds_nothing()
    {
        var folded = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -PolicyName AllSafeProdAccess -AsText").Output;
        var full = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -PolicyName AllSafeProdAccess -AsText -Full").Output;

        folded.Select(line => $"{line}").ShouldContain(line => line.Contains(" more, NotLogged", StringComparison.Ordinal));
        full.Count.ShouldBeGreaterThan(folded.Count);
        full.Select(line => $"{line}").ShouldAllBe(line => !line.Contains(" more, NotLogged", StringComparison.Ordinal));
    }

    [Fact]
    public void As_HTML_all_are_one_page_and_a_path_writes_it()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page.html");

        var text = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -AsHtml").Output.ShouldHaveSingleItem().ToString();
        var preview = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -Path $file -WhatIf", ("file", file));
        File.Exists(file).ShouldBeFalse();
        var written = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -Path $file");

        preview.Errors.ShouldBeEmpty();
        written.Errors.ShouldBeEmpty();
        written.Output.ShouldBeEmpty();
        text.Split("<table>").Length.ShouldBe(4);
        File.ReadAllText(file).ShouldBe(text);
        _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -Path $file", ("file", Path.Combine(folder.Path, "none", "page.html"))).OnlyError("ComparisonNotWritten");
    }

    [Fact]
    public void Text_and_HTML_at_once_are_refused() => _sandbox.Run($"{Ticket} | Compare-SonraiPolicy -AsText -AsHtml").Errors.ShouldHaveSingleItem();

    [Fact]
    public void Where_the_evidence_has_no_original_IAM_is_asked()
    {
        var originals = _sandbox.Run($"{Ticket} | Compare-SonraiPolicy").Strings("OriginalPolicy").ToList();

        var run = _sandbox.Run($"{Bare} $bare | Compare-SonraiPolicy {ThroughControlTower}");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(3);
        run.Strings("OriginalPolicy").Zip(originals).ShouldAllBe(pair => JsonNode.DeepEquals(JsonNode.Parse(pair.First!), JsonNode.Parse(pair.Second!)));
    }

    [Fact]
    public void Where_IAM_has_it_no_more_the_left_side_is_empty_and_the_rest_is_done()
    {
        var run = _sandbox.Run($"{Bare} Set-Value $bare.Evidence[0] PolicyName gone; $bare | Compare-SonraiPolicy {ThroughControlTower} -OutVariable all");
        var statements = _sandbox.Run("$all[0].Statements");
        var text = _sandbox.Run("[SonraiControlTower.ComparisonText]::Lines($all[0], 80, $false)");

        run.OnlyError("PolicyGone");
        run.Strings("PolicyName").ShouldBe(["gone", "AllSafeProdAccess", "AmazonSQSFullAccess"]);
        run.Strings("OriginalPolicy").Select(document => document is null).ShouldBe([true, false, false]);
        statements.Strings("Change").ShouldAllBe(change => change == "Added");
        text.Output.Select(line => line.ToString()).ShouldContain("What it says is not known.");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"Statement\":7}")]
    public void A_malformed_document_is_told_and_the_others_go_on(string document)
    {
        var run = _sandbox.Run(
            $"{Bare} Set-Value $bare.Evidence[0] OriginalPolicy $document; $bare | Compare-SonraiPolicy {ThroughControlTower}", ("document", document));

        run.OnlyError("PolicyMalformed");
        run.Output.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("what")]
    [InlineData(null)]
    public void What_is_no_identity_is_not_asked_for(string? holder)
    {
        var run = _sandbox.Run(
            $"{Bare} Set-Value $bare.Evidence[0] IdentityArn $holder; $bare | Compare-SonraiPolicy -PolicyName monitoring", ("holder", holder));

        run.OnlyError("NotAnIdentity");
        run.Output.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_tenants_tickets_are_read_in_batches_and_without_AWS_the_right_side_is_shown()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(new DigContractOptions { OffersTickets = true, OffersFindings = false });
        tenant.Dig.AddTickets(120, _ => new ContractTicketSeed { Evidence = Evidence });

        var run = tenant.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework * | Compare-SonraiPolicy -ProfileName nobody-has-this");

        run.Output.Count.ShouldBe(120);
        run.Errors.ShouldNotBeEmpty();
        run.Strings("PolicyName").Distinct().ShouldBe(["deploy"]);
        run.Values("OriginalPolicy").ShouldAllBe(document => document == null);
    }

    [Theory]
    [InlineData("-PolicyName m", "monitoring")]
    [InlineData("-PolicyName All", "AllSafeProdAccess")]
    [InlineData("-Choice M", "Monitored")]
    public void Tab_completes_the_policies_of_the_ticket(string typed, string expected)
    {
        _sandbox.Run($"$t = {Ticket}").Errors.ShouldBeEmpty();

        var run = _sandbox.Run("(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText", ("line", $"Compare-SonraiPolicy -Ticket $t {typed}"));

        run.Output.Select(text => text.ToString()).ShouldBe([expected]);
    }

    [Fact]
    public void Without_a_session_there_is_one_error()
    {
        using var bare = new ModuleRunspace();

        bare.Run("Compare-SonraiPolicy -Srn srn:none").OnlyError("NotConnected");
    }
}
