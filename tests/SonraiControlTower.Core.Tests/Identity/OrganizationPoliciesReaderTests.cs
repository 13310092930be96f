using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Identity;

public sealed class OrganizationPoliciesReaderTests
{
    private const string Full = """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private readonly FakeOrganizations _organizations = new(pageSize: 2);

    [Fact]
    public async Task Units_and_accounts_name_what_they_are_in_and_the_root_nothing()
    {
        var workloads = _organizations.AddUnit(_organizations.Root, "Workloads");
        var prod = _organizations.AddUnit(workloads, "Prod");
        var deep = _organizations.AddUnit(prod, "Deep");
        var test = _organizations.AddUnit(workloads, "Test");
        var sandbox = _organizations.AddUnit(_organizations.Root, "Sandbox");
        var management = _organizations.AddAccount(_organizations.Root);
        var account = _organizations.AddAccount(deep);

        var policies = await new OrganizationPoliciesReader(_organizations).ReadAsync(default);

        policies.OrganizationId.ShouldBe("o-exampleorgid");
        policies.ManagementAccount.ToString().ShouldBe(management.AccountId);
        policies.Parents.ShouldBe(
            new Dictionary<string, string>
            {
                [workloads.Id] = "r-root",
                [prod.Id] = workloads.Id,
                [deep.Id] = prod.Id,
                [test.Id] = workloads.Id,
                [sandbox.Id] = "r-root",
                [management.AccountId] = "r-root",
                [account.AccountId] = deep.Id,
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Policies_of_both_types_come_with_what_they_say_and_where_they_are()
    {
        _organizations
            .AddPolicy("p-FullAWSAccess", OrganizationPolicyType.ServiceControl, Full, "r-root", "000000000001", "000000000002")
            .AddPolicy("p-guard001", OrganizationPolicyType.ServiceControl, """{"Statement":[]}""", "r-root")
            .AddPolicy("p-RCPFullAWSAccess", OrganizationPolicyType.ResourceControl, Full, "r-root");

        var policies = await new OrganizationPoliciesReader(_organizations).ReadAsync(default);

        policies.ServiceControlPolicies.Select(policy => (policy.Id, string.Join(' ', policy.Targets))).ShouldBe(
            [("p-FullAWSAccess", "r-root 000000000001 000000000002"), ("p-guard001", "r-root")]);
        policies.ServiceControlPolicies[1].Document.Json.ShouldBe("""{"Statement":[]}""");
        policies.ServiceControlPolicies[1].Name.ShouldBe("name of p-guard001");
        policies.ResourceControlPolicies.ShouldHaveSingleItem().Id.ShouldBe("p-RCPFullAWSAccess");
    }

    [Fact]
    public async Task A_type_that_is_not_switched_on_has_no_policies()
    {
        _organizations.AddPolicy("p-RCPFullAWSAccess", OrganizationPolicyType.ResourceControl, Full);

        var policies = await new OrganizationPoliciesReader(_organizations).ReadAsync(default);

        policies.ResourceControlPolicies.ShouldBeEmpty();
        _organizations.Requests.ShouldNotContain(request => request.StartsWith("DescribePolicy ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ListPolicies SERVICE_CONTROL_POLICY")]
    [InlineData("ListTargetsForPolicy p-guard001")]
    public async Task A_policy_that_is_deleted_meanwhile_is_left_out(string after)
    {
        _organizations
            .AddPolicy("p-guard001", OrganizationPolicyType.ServiceControl, Full, "r-root")
            .AddPolicy("p-guard002", OrganizationPolicyType.ServiceControl, Full, "r-root");
        _organizations.Answered = _ =>
        {
            if (_organizations.Requests[^1] == after)
            {
                _organizations.RemovePolicy("p-guard001");
            }
        };

        var policies = await new OrganizationPoliciesReader(_organizations).ReadAsync(default);

        policies.ServiceControlPolicies.Select(policy => policy.Id).ShouldBe(["p-guard002"]);
    }
}
