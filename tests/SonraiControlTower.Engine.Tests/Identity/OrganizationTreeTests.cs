namespace SonraiControlTower.Engine.Tests.Identity;

public sealed class OrganizationTreeTests : IDisposable
{
    private readonly AccountFiles _files = new();
    private readonly LocalIdentities _identities = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Policies_stand_level_by_level_from_the_root_to_the_account()
    {
        var organization = Organization(
            new() { ["ou-a-1"] = "r-a", ["ou-a-2"] = "ou-a-1", ["111122223333"] = "ou-a-2", ["222233334444"] = "r-a" },
            Policy("p-1", "r-a"), Policy("p-2", "ou-a-1"), Policy("p-3", "111122223333", "ou-a-1"), Policy("p-4", "ou-a-9"));
        _files.Write("a.json", AccountFiles.Details);
        _files.Write("b.json", AccountFiles.Details.Replace(AccountFiles.Account, "222233334444", StringComparison.Ordinal));
        await _files.ImportAsync(_identities);

        var import = await _identities.ImportAsync(organization, "live", _files.Problems.Add, default);

        import.ShouldBe(new SonraiIdentityImport { Source = "live", ServiceControlPolicies = 4 });
        Names(AccountFiles.Account).ShouldBe(["p-1", "p-2+p-3", "p-3"]);
        Names("222233334444").ShouldBe(["p-1"]);
    }

    [Fact]
    public async Task An_account_that_comes_later_has_the_policies_too()
    {
        await _identities.ImportAsync(Organization(new() { [AccountFiles.Account] = "r-a" }, Policy("p-1", "r-a")), "live", _files.Problems.Add, default);
        _files.Write("a.json", AccountFiles.Details);

        await _files.ImportAsync(_identities);

        Names(AccountFiles.Account).ShouldBe(["p-1"]);
    }

    [Fact]
    public async Task The_management_account_and_strangers_have_none()
    {
        _files.Write("a.json", AccountFiles.Details.Replace(AccountFiles.Account, "999900001111", StringComparison.Ordinal));
        _files.Write("b.json", AccountFiles.Details);
        await _files.ImportAsync(_identities);

        await _identities.ImportAsync(Organization(new() { ["999900001111"] = "r-a" }, Policy("p-1", "r-a")), "live", _files.Problems.Add, default);

        Names("999900001111").ShouldBeEmpty();
        Names(AccountFiles.Account).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"Accounts\":[\"111122223333\"],\"MasterAccountId\":\"999900001111\",")]
    [InlineData("\"Accounts\":[{\"Id\":\"111122223333\"}],\"ManagementAccountId\":\"999900001111\",")]
    [InlineData("\"ManagementAccountId\":\"999900001111\",")]
    public async Task Without_a_tree_every_target_that_is_no_account_is_over_all(string members)
    {
        var all = """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
        _files.Write("org.json", $$"""
            {"OrganizationId":"o-1",{{members}}
             "ServiceControlPolicies":[{"Id":"p-2","Targets":["ou-1","111122223333"],"Content":{{all}}},{"Id":"p-1","Name":"root","Targets":[{"TargetId":"r-root"}],"Content":{{all}}}],
             "ResourceControlPolicies":[{"PolicySummary":{"Id":"p-9","Name":"nine"},"Targets":["r-root"],"Content":"{{all.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}]}
            """);
        _files.Write("a.json", AccountFiles.Details);

        var imports = await _files.ImportAsync(_identities);

        _files.Problems.ShouldBeEmpty();
        imports.Count.ShouldBe(2);
        (imports[1].ServiceControlPolicies, imports[1].ResourceControlPolicies, imports[1].Account).ShouldBe((2, 1, null));
        Names(AccountFiles.Account).ShouldBe(["root", "p-2", "p-2"]);
        Guardrails(AccountFiles.Account).ResourceControl.ShouldHaveSingleItem().ShouldHaveSingleItem().Name.ShouldBe("nine");
    }

    [Fact]
    public async Task A_policy_that_cannot_be_understood_is_told_of()
    {
        var organization = Organization(new() { [AccountFiles.Account] = "r-a" }, Policy("p-1", "r-a"), new OrganizationPolicy("p-2", "two", new PolicyDocument("{"), ["r-a"]));

        await _identities.ImportAsync(organization, "live", _files.Problems.Add, default);

        _files.Problems.ShouldHaveSingleItem().Target.ShouldBe("p-2");
    }

    [Fact]
    public async Task A_tree_that_runs_in_a_circle_ends()
    {
        _files.Write("a.json", AccountFiles.Details);
        await _files.ImportAsync(_identities);

        await _identities.ImportAsync(Organization(new() { [AccountFiles.Account] = "ou-1", ["ou-1"] = "ou-2", ["ou-2"] = "ou-1" }, Policy("p-1", "ou-2")), "live", _files.Problems.Add, default);

        Names(AccountFiles.Account).ShouldBe(["p-1"]);
    }

    [Fact]
    public void What_is_written_is_read_the_same()
    {
        var organization = Organization(new() { ["ou-1"] = "r-a", [AccountFiles.Account] = "ou-1" }, Policy("p-1", "r-a", "ou-1"));

        var again = OrganizationFile.Read(OrganizationFile.Write(organization));

        again.Parents.ShouldBe(organization.Parents, ignoreOrder: true);
        again.ManagementAccount.ShouldBe(organization.ManagementAccount);
        again.ServiceControlPolicies.ShouldHaveSingleItem().Targets.ShouldBe(["r-a", "ou-1"]);
        again.ServiceControlPolicies[0].Document.ShouldBe(organization.ServiceControlPolicies[0].Document);
    }

    private static OrganizationPolicies Organization(Dictionary<string, string> parents, params OrganizationPolicy[] policies) => new()
    {
        OrganizationId = "o-1",
        ManagementAccount = AccountId.Parse("999900001111"),
        Parents = parents,
        ServiceControlPolicies = policies,
    };

    private static OrganizationPolicy Policy(string id, params string[] targets) =>
        new(id, id, new PolicyDocument("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""), targets);

    private Guardrails Guardrails(string account) => _identities.Current.GuardrailsOf(AccountId.Parse(account));

    private IEnumerable<string> Names(string account) => Guardrails(account).ServiceControl.Select(level => string.Join('+', level.Select(policy => policy.Name)));
}
