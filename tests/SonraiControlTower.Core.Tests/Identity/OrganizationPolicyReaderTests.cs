using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Identity;

public sealed class OrganizationPolicyReaderTests
{
    private static readonly PolicyDocument _deny = new("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""");
    private readonly FakeOrganizations _organizations = new(pageSize: 2);

    [Fact]
    public async Task Policies_come_with_what_they_say_and_where_they_hang()
    {
        Add(OrganizationPolicyType.ServiceControl, "p-1", "r-root", "ou-1", "000000000002");
        Add(OrganizationPolicyType.ServiceControl, "p-2", "r-root");
        Add(OrganizationPolicyType.ServiceControl, "p-3", "r-root");
        Add(OrganizationPolicyType.ResourceControl, "p-4", "ou-1");

        var policies = await new OrganizationPolicyReader(_organizations).ReadAsync(default);

        policies.OrganizationId.ShouldBe("o-exampleorgid");
        policies.ManagementAccount.ShouldBe(AccountId.Parse("000000000001"));
        policies.ServiceControlPolicies.Select(policy => policy.Id).ShouldBe(["p-1", "p-2", "p-3"]);
        policies.ServiceControlPolicies[0].Targets.ShouldBe(["r-root", "ou-1", "000000000002"]);
        policies.ServiceControlPolicies[0].Document.ShouldBe(_deny);
        policies.ResourceControlPolicies.ShouldHaveSingleItem().Id.ShouldBe("p-4");
    }

    [Fact]
    public async Task A_policy_that_hangs_nowhere_decides_nothing()
    {
        Add(OrganizationPolicyType.ResourceControl, "p-RCPFullAWSAccess");

        (await new OrganizationPolicyReader(_organizations).ReadAsync(default)).ResourceControlPolicies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_unit_and_account_has_its_parent_and_the_root_none()
    {
        var work = _organizations.AddUnit(_organizations.Root, "Workloads");
        var prod = _organizations.AddUnit(work, "Prod");
        var one = _organizations.AddAccount(_organizations.Root);
        var two = _organizations.AddAccount(prod);

        var parents = (await new OrganizationPolicyReader(_organizations).ReadAsync(default)).Parents;

        parents.OrderBy(pair => pair.Key, StringComparer.Ordinal).ShouldBe(
            new Dictionary<string, string> { [one.AccountId] = "r-root", [two.AccountId] = prod.Id, [work.Id] = "r-root", [prod.Id] = work.Id }
                .OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private void Add(string type, string id, params string[] targets) => _organizations.Policies.Add((type, new OrganizationPolicy(id, id, _deny, targets)));
}
