using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class DocumentLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dig-queries-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_of_the_same_name_replaces_a_document()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "SonraiCurrentUsers.graphql"), "query WhoAmI { me: SonraiCurrentUsers { items { srn } } }");
        await using var tenant = await TestTenant.StartAsync(options: new DigOptions { QueriesFolder = _folder });

        var verdict = await tenant.Dig.Tokens.TestAsync(null, default);

        verdict.User.ShouldBe("srn:crc90210::SonraiUser/contract");
        tenant.Server.Record.Count("WhoAmI").ShouldBe(1);
    }

    [Fact]
    public async Task A_replaced_document_goes_into_batches_too()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "CreatePlatformcloudaccount.graphql"),
            "mutation add($account: PlatformcloudaccountCreator!) { CreatePlatformcloudaccount(value: $account) { srn name } }");
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions(), new DigOptions { QueriesFolder = _folder });
        var collector = tenant.AddCollector();

        var answers = await tenant.Dig.CloudAccounts.RegisterAsync(collector, [TestTenant.Request(TestTenant.Id(1))], default);

        answers.ShouldHaveSingleItem().Outcome.ShouldBe(RegistrationOutcome.Made);
        tenant.Server.Record.Count("add").ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_file_is_named_before_anything_is_sent()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "SonraiCurrentUsers.graphql"), "not a document");
        await using var tenant = await TestTenant.StartAsync(options: new DigOptions { QueriesFolder = _folder });

        var problem = await Throws.ProblemOf(tenant.Dig.Tokens.TestAsync(null, default));

        problem.Id.ShouldBe("QueryDocumentUnusable");
        tenant.Server.Record.Requests.ShouldBeEmpty();
    }
}
