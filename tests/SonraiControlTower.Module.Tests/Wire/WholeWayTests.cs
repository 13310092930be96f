using SonraiControlTower.Module.Tests.Hosting;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Module.Tests.Wire;

/// <summary>From the wire of AWS Organizations to the wire of Dig.</summary>
public sealed class WholeWayTests
{
    private const string ToTenant = """
        Connect-Sonrai -Token $token -Endpoint $dig -Region eu-west-1 -EndpointUrl $aws -Credential ([pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'secret' }) > $null
        """;

    [MotoFact]
    public async Task Sixty_accounts_of_moto_reach_Dig_and_a_second_run_adopts_them()
    {
        using var moto = new MotoServer();
        await moto.InitializeAsync();
        using var organization = await MotoOrganization.SeedAsync(moto, new Dictionary<string, int> { ["/Security"] = 2, ["/Workloads"] = 27, ["/Workloads/Prod"] = 30 });
        await using var dig = await DigContractServer.StartAsync();
        dig.AddCollector("security-collectors");
        using var module = new ModuleRunspace();
        var variables = new (string, object?)[] { ("token", dig.IssueToken()), ("dig", dig.Endpoint), ("aws", moto.Endpoint) };

        var first = module.Run($"{ToTenant}; Get-OrgAccount | Register-SonraiAccount", variables);
        var second = module.Run("Get-OrgAccount | Register-SonraiAccount");

        first.Errors.ShouldBeEmpty();
        first.Output.Count.ShouldBe(60);
        first.Strings("Status").Distinct().ShouldBe(["Registered"]);
        second.Strings("Status").Distinct().ShouldBe(["AlreadyRegistered"]);
        dig.RegistrationsSent.Distinct().Count().ShouldBe(60);
        module.Run("Get-OrgAccount -OU /Workloads/Prod").Output.Count.ShouldBe(30);
    }

    [Fact]
    public async Task The_first_result_comes_before_the_last_page_is_asked_for()
    {
        await using var aws = await OrganizationsWire.StartAsync(new WireEstate(400, "/A", "/B"));
        using var module = new ModuleRunspace();
        var seen = -1;

        var run = module.Run("""
            Connect-Sonrai -Local -Region eu-west-1 -EndpointUrl $aws -Credential ([pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'secret' }) > $null
            Get-OrgAccount | ForEach-Object { $seen.Invoke(); $_ }
            """, ("aws", aws.Endpoint), ("seen", (Action)(() => Interlocked.CompareExchange(ref seen, aws.Requests.Count, -1))));

        run.Output.Count.ShouldBe(400);
        seen.ShouldBeLessThan(8);
        aws.Requests.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task A_page_of_the_organization_that_fails_is_an_error_and_a_second_run_finishes()
    {
        await using var aws = await OrganizationsWire.StartAsync(new WireEstate(250, "/A"));
        await using var dig = await DigContractServer.StartAsync();
        dig.AddCollector("security-collectors");
        aws.Fail("ListAccountsForParent", WireFaults.Refused("AccessDeniedException", "no"), page: 8);
        using var module = new ModuleRunspace();
        var variables = new (string, object?)[] { ("token", dig.IssueToken()), ("dig", dig.Endpoint), ("aws", aws.Endpoint) };

        var broken = module.Run($"{ToTenant}; Get-OrgAccount | Register-SonraiAccount", variables);
        var again = module.Run("Get-OrgAccount | Register-SonraiAccount");

        broken.OnlyError("AwsAccessDenied");
        broken.Output.Count.ShouldBe(100);
        again.Errors.ShouldBeEmpty();
        again.Strings("Status").Count(status => status == "AlreadyRegistered").ShouldBe(100);
        again.Strings("Status").Count(status => status == "Registered").ShouldBe(150);
        dig.RegistrationsSent.Count.ShouldBe(250);
    }

    [Fact]
    public async Task Bare_ids_cost_one_listing_and_no_request_each()
    {
        await using var aws = await OrganizationsWire.StartAsync(new WireEstate(100, "/A"));
        await using var dig = await DigContractServer.StartAsync();
        dig.AddCollector("security-collectors");
        using var module = new ModuleRunspace();
        var variables = new (string, object?)[]
        {
            ("token", dig.IssueToken()), ("dig", dig.Endpoint), ("aws", aws.Endpoint),
            ("ids", Enumerable.Range(0, 100).Select(WireEstate.AccountId).ToArray()),
        };

        var run = module.Run($"{ToTenant}; $ids | Register-SonraiAccount", variables);

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(100);
        aws.Requests.Select(request => request.Operation).Distinct().ShouldBe(["DescribeOrganization", "ListAccounts"]);
        aws.Count("ListAccounts").ShouldBe(5);
    }

    [Theory]
    [InlineData("Connect-Sonrai -Local -Credential $keys", "NoRegion")]
    [InlineData("Connect-Sonrai -Local -Region eu-west-1", "NoCredentials")]
    [InlineData("Connect-Sonrai -Local -Region 'not a region' -Credential $keys", "UnknownRegion")]
    [InlineData("Connect-Sonrai -Local -Region eu-west-1 -ProfileName nobody", "ProfileNotFound")]
    [InlineData("Connect-Sonrai -Local -Region eu-west-1 -Credential 42", "CredentialNotUnderstood")]
    public void What_is_missing_is_said_before_anything_is_sent(string script, string id)
    {
        using var module = new ModuleRunspace();

        var run = module.Run($"$keys = [pscustomobject]@{{ AccessKeyId = 'a'; SecretAccessKey = 'b' }}; {script}");

        run.OnlyError(id);
        module.Run("Get-SonraiContext").Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_AWS_Tools_left_in_the_session_is_used()
    {
        await using var aws = await OrganizationsWire.StartAsync(new WireEstate(3));
        using var module = new ModuleRunspace();

        var run = module.Run("""
            $StoredAWSCredentials = [pscustomobject]@{ AccessKey = 'AKIASTORED'; SecretKey = 'secret'; Token = 'session' }
            $StoredAWSRegion = 'eu-west-1'
            Connect-Sonrai -Local -EndpointUrl $aws > $null
            Get-OrgAccount
            """, ("aws", aws.Endpoint));

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(3);
        aws.Requests.Select(request => request.AccessKey).Distinct().ShouldBe(["AKIASTORED"]);
        aws.Requests.Select(request => request.SignedFor).Distinct().ShouldBe(["eu-west-1/organizations"]);
    }

    [Fact]
    public async Task A_command_s_own_credentials_go_before_the_session_s()
    {
        await using var aws = await OrganizationsWire.StartAsync(new WireEstate(3));
        using var module = new ModuleRunspace();

        var run = module.Run("""
            Connect-Sonrai -Local -Region eu-west-1 -EndpointUrl $aws -Credential ([pscustomobject]@{ AccessKey = 'AKIASESSION'; SecretKey = 'secret' }) > $null
            Get-OrgAccount -Credential ([pscustomobject]@{ AccessKey = 'AKIAOWN'; SecretKey = 'secret' })
            """, ("aws", aws.Endpoint));

        run.Errors.ShouldBeEmpty();
        aws.Requests.Select(request => request.AccessKey).Distinct().ShouldBe(["AKIAOWN"]);
    }
}
