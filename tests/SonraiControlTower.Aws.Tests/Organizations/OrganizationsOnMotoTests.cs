using SonraiControlTower.Aws.Tests.Credentials;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Organizations;

public sealed class OrganizationsOnMotoTests(MotoServer moto) : IClassFixture<MotoServer>, IAsyncLifetime, IDisposable
{
    private static readonly Dictionary<string, int> _accounts = new() { ["/Workloads/Prod"] = 45, ["/Workloads/Test"] = 10, ["/Sandbox"] = 5 };
    private readonly AwsServices _aws = new(new FakeMachine());

    public Task InitializeAsync() => MotoServer.Program is null ? Task.CompletedTask : moto.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _aws.Dispose();

    [MotoFact]
    public async Task Sixty_accounts_in_three_units_are_read_with_their_places()
    {
        using var seeded = await MotoOrganization.SeedAsync(moto, _accounts);
        var organizations = await OpenAsync();

        var accounts = await new OrganizationReader(organizations).ReadAsync(new AccountQuery(), default).ToListAsync();

        accounts.CountBy(account => account.OrganizationalUnitPath ?? "unknown").ToDictionary()
            .ShouldBe(new Dictionary<string, int>(_accounts) { ["/"] = 1 }, ignoreOrder: true);
    }

    [MotoFact]
    public async Task Three_pages_of_one_unit_make_one_stream()
    {
        using var seeded = await MotoOrganization.SeedAsync(moto, _accounts);
        var organizations = await OpenAsync();

        var accounts = await organizations.ListAccountsForParentAsync(seeded.UnitId("/Workloads/Prod"), default).ToListAsync();

        accounts.Select(account => account.Name).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 45).Select(number => $"Workloads-Prod-{number:D2}"));
    }

    [MotoFact]
    public async Task An_account_has_all_its_fields()
    {
        using var seeded = await MotoOrganization.SeedAsync(moto, new Dictionary<string, int> { ["/Sandbox"] = 1 });
        var organizations = await OpenAsync();

        var account = await organizations.ListAccountsForParentAsync(seeded.UnitId("/Sandbox"), default).SingleAsync();

        account.Email.ShouldBe("Sandbox-01@example.com");
        account.IsActive.ShouldBeTrue();
        account.JoinedMethod.ShouldBe("CREATED");
        account.JoinedTimestamp.ShouldNotBeNull().Year.ShouldBeGreaterThan(2000);
        account.OrganizationId.ShouldBe(seeded.Id);
        account.IsManagementAccount.ShouldBeFalse();
    }

    [MotoFact]
    public async Task Policies_are_read_with_what_they_say_and_where_they_are_attached()
    {
        const string Json = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:CreateUser","Resource":"*"}]}""";
        using var seeded = await MotoOrganization.SeedAsync(moto, new Dictionary<string, int> { ["/Workloads/Prod"] = 1 });
        var id = await seeded.AttachServiceControlPolicyAsync("no-users", Json, "/Workloads/Prod");

        var policies = await new OrganizationPoliciesReader(await OpenAsync()).ReadAsync(default);

        var policy = policies.ServiceControlPolicies.Single(one => one.Id == id);
        policy.Name.ShouldBe("no-users");
        policy.Document.Json.ShouldBe(Json);
        policy.Targets.ShouldBe([seeded.UnitId("/Workloads/Prod")]);
        policies.ServiceControlPolicies.ShouldContain(one => one.Name == "FullAWSAccess" && one.Targets.Contains(seeded.UnitId("/")));
        policies.Parents[seeded.UnitId("/Workloads/Prod")].ShouldBe(seeded.UnitId("/Workloads"));
    }

    [MotoFact]
    public async Task Without_an_organization_there_is_none()
    {
        var organizations = await OpenAsync();

        var thrown = await Should.ThrowAsync<SonraiException>(() => organizations.DescribeOrganizationAsync(default));

        thrown.Problem.Id.ShouldBe("NoOrganization");
    }

    [MotoFact]
    public async Task A_role_with_an_external_id_opens_the_organization()
    {
        using var seeded = await MotoOrganization.SeedAsync(moto, new Dictionary<string, int> { ["/Sandbox"] = 1 });
        using var files = new SharedFiles(
            $"""
            [profile audit]
            role_arn = arn:aws:iam::123456789012:role/Audit
            source_profile = base
            external_id = for-our-eyes
            region = eu-west-1
            endpoint_url = {moto.Endpoint}
            """,
            "[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n");
        using var aws = new AwsServices(files.Machine());

        var organizations = await aws.OpenOrganizationsAsync(new AwsAccess { ProfileName = "audit" }, default);

        (await organizations.DescribeOrganizationAsync(default)).Id.ShouldBe(seeded.Id);
    }

    private Task<IOrganizations> OpenAsync() => _aws.OpenOrganizationsAsync(
        new AwsAccess
        {
            Region = "us-east-1",
            EndpointUrl = moto.Endpoint,
            Credentials = () => new AwsKeys("AKIAIOSFODNN7EXAMPLE", "secret", null),
        },
        default);
}
