using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class CapabilitiesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dig-queries-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_document_is_listed_and_the_schema_asked_once_for_each_type()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersFindings = true });

        var capabilities = await tenant.Dig.Capabilities.ListAsync(default).ToListAsync();

        capabilities.Select(one => one.Operation).ShouldBe(DocumentLibrary.Names.Order(StringComparer.Ordinal));
        capabilities.ShouldAllBe(one => one.IsOffered && !one.IsReplaced && one.UsedBy.Count > 0);
        tenant.Server.Record.Requests.Select(request => request.Operation).ShouldBe(Enumerable.Repeat("SchemaType", 5));
    }

    [Fact]
    public async Task What_a_tenant_lacks_is_not_offered()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions
        {
            OffersBots = false,
            OffersTokenRemoval = false,
            OffersAccountUpdate = false,
            OffersFindings = true,
        });

        var lacking = await tenant.Dig.Capabilities.ListAsync(default).Where(one => !one.IsOffered).ToListAsync();

        lacking.Select(one => (one.Operation, one.Kind, one.Field, one.Standing)).ShouldBe(
        [
            ("Bots", "Query", "Bots", OperationStanding.Inferred),
            ("DeleteSonraiUserToken", "Mutation", "DeleteSonraiUserToken", OperationStanding.Inferred),
            ("UpdatePlatformcloudaccount", "Mutation", "UpdatePlatformcloudaccount", OperationStanding.Inferred),
        ]);
    }

    [Fact]
    public async Task A_relation_that_is_inferred_and_lacking_is_not_offered_though_its_root_field_is_there()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersFrameworkSwimlanes = false, OffersFindings = true });

        var lacking = await tenant.Dig.Capabilities.ListAsync(default).Where(one => !one.IsOffered).ToListAsync();

        lacking.Select(one => one.Operation).ShouldBe(["ControlFrameworksWithSwimlanes", "UpdateControlFrameworkSwimlanes"]);
    }

    [Fact]
    public async Task A_replaced_document_is_told_and_looked_up_by_its_own_field()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Bots.graphql"), "query Bots { RemediationBots { count items { srn title } } }");
        await using var tenant = await TestTenant.StartAsync(options: new DigOptions { QueriesFolder = _folder });

        var replaced = await tenant.Dig.Capabilities.ListAsync(default).Where(one => one.IsReplaced).ToListAsync();

        var bots = replaced.ShouldHaveSingleItem();
        (bots.Operation, bots.Field, bots.IsOffered).ShouldBe(("Bots", "RemediationBots", false));
        bots.UsedBy.ShouldBe(["Get-SonraiBot"]);
    }

    [Fact]
    public void The_operations_are_known_without_a_tenant() =>
        DigTenant.Operations.Select(one => one.Operation).ShouldBe(DocumentLibrary.Names.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_folder_that_does_not_exist_is_told_before_anything_is_sent()
    {
        var missing = Path.Combine(_folder, "missing");

        var problem = await Throws.ProblemOf(TestTenant.StartAsync(options: new DigOptions { QueriesFolder = missing }));

        problem.Id.ShouldBe("QueriesFolderNotFound");
        problem.Message.ShouldContain(missing);
    }
}
