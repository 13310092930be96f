namespace SonraiControlTower.Engine.Tests.Identity;

public sealed class KeptEstateTests : IDisposable
{
    private const string Other = "222233334444";
    private readonly AccountFiles _files = new();
    private readonly string _folder;

    public KeptEstateTests()
    {
        _folder = Path.Combine(_files.Folder, "store");
        _files.Write("in/a.json", AccountFiles.Details);
        _files.Write("in/b.json", AccountFiles.Details.Replace(AccountFiles.Account, Other, StringComparison.Ordinal));
    }

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_later_session_knows_what_was_imported()
    {
        var organization = new OrganizationPolicies
        {
            OrganizationId = "o-1",
            ManagementAccount = AccountId.Parse("999900001111"),
            Parents = new Dictionary<string, string> { [AccountFiles.Account] = "r-1" },
            ServiceControlPolicies = [new OrganizationPolicy("p-1", "p", new PolicyDocument("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""), ["r-1"])],
        };
        IReadOnlyList<string> told;
        using (var store = Store.Open(_folder))
        {
            var first = new LocalIdentities(store);
            await _files.ImportAsync(first, Path.Combine(_files.Folder, "in"));
            await first.ImportAsync(organization, "live", _files.Problems.Add, default);
            told = Picture(first);
        }

        using var again = Store.Open(_folder);
        var later = new LocalIdentities(again);

        told.Count.ShouldBe(4);
        Picture(later).ShouldBe(told);
        later.Current.Organization!.OrganizationId.ShouldBe("o-1");
        later.Current.GuardrailsOf(AccountId.Parse(AccountFiles.Account)).ServiceControl.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_of_several_accounts_gives_back_only_those_that_were_not_imported_since()
    {
        var both = _files.Write("both.json", AccountFiles.Details + AccountFiles.Details.Replace(AccountFiles.Account, Other, StringComparison.Ordinal));
        var newer = _files.Write("newer.json", """{"RoleDetailList":[{"Arn":"arn:aws:iam::222233334444:role/only"}]}""");
        using (var store = Store.Open(_folder))
        {
            var first = new LocalIdentities(store);
            (await _files.ImportAsync(first, both)).Count.ShouldBe(2);
            await _files.ImportAsync(first, newer);
        }

        using var again = Store.Open(_folder);

        new LocalIdentities(again).Current.Principals.Select(principal => principal.Name).ShouldBe(["web", "ada", "only"]);
    }

    [Fact]
    public async Task An_import_into_a_store_that_was_not_read_yet_keeps_the_other_accounts()
    {
        using var store = Store.Open(_folder);
        await _files.ImportAsync(new LocalIdentities(store), Path.Combine(_files.Folder, "in"));
        var later = new LocalIdentities(store);

        await _files.ImportAsync(later, _files.Write("newer.json", """{"RoleDetailList":[{"Arn":"arn:aws:iam::222233334444:role/only"}]}"""));

        later.Current.Principals.Select(principal => principal.Name).ShouldBe(["web", "ada", "only"]);
    }

    private static IReadOnlyList<string> Picture(LocalIdentities identities) => [.. identities.Current.Principals.Select(principal => string.Join('|',
        principal.Arn, principal.CreatedAt, string.Join(',', principal.OwnPolicies.Concat(principal.GroupPolicies).Select(policy => (policy.Name, policy.Policy.Json)))))];
}
