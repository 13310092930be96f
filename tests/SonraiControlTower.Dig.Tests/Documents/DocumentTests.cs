using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class DocumentTests
{
    public static TheoryData<string> Names => [.. DocumentLibrary.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_document_is_valid_by_the_contract(string name)
    {
        var document = new DocumentLibrary(null)[name];
        if (document.Selection.Contains(FilterWriter.Placeholder, StringComparison.Ordinal))
        {
            (document, _) = FilterWriter.Apply(document, Filter.In("srn", ["srn:crc90210::Ticket/1"]), []);
        }

        var faults = await ContractSchema.FindFaultsAsync(document.Text);

        faults.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_document_begins_with_the_mark_of_its_source(string name)
    {
        var text = new DocumentLibrary(null)[name].Text;

        (text.StartsWith("# [V] ", StringComparison.Ordinal) || text.StartsWith("# [I] inferred: ", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("FindPlatformCloudAccount")]
    [InlineData("CreatePlatformcloudaccount")]
    [InlineData("DeletePlatformcloudaccount")]
    [InlineData("UpdatePlatformcloudaccount")]
    public async Task Every_composed_batch_is_valid_by_the_contract(string name)
    {
        var document = new DocumentLibrary(null)[name];

        var batch = BatchComposer.Compose(document, [.. Enumerable.Range(0, 100).Select(_ => new JsonObject())]);

        (await ContractSchema.FindFaultsAsync(batch.Body.Query)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AcceptRiskTickets", "CreateTicketCommentBulk")]
    [InlineData("ReopenFindings", "SnoozeFindings", "AssignFindingBulk", "CreateFindingComments")]
    public async Task Several_operations_in_one_request_are_valid_by_the_contract(params string[] names)
    {
        var library = new DocumentLibrary(null);

        var request = BatchComposer.Compose([.. names.Select(name => (library[name], new JsonObject()))]);

        (await ContractSchema.FindFaultsAsync(request.Body.Query)).ShouldBeEmpty();
        request.Name.ShouldBe(names[0]);
    }

    [Fact]
    public async Task The_contract_does_find_faults()
    {
        var faults = await ContractSchema.FindFaultsAsync("query Q { SonraiUserTokens { items { secret } } }");

        faults.ShouldHaveSingleItem().ShouldContain("secret");
    }

    [Fact]
    public void Only_these_operations_are_inferred()
    {
        var inferred = DocumentLibrary.Names.Where(name => new DocumentLibrary(null)[name].Text.StartsWith("# [I]", StringComparison.Ordinal));

        inferred.ShouldBe(
            [
                "AssignFindingBulk", "Bots", "ControlFrameworksWithSwimlanes", "DeleteSonraiUserToken", "TicketComments", "TicketEvidence",
                "UpdateControlFramework", "UpdateControlFrameworkSwimlanes", "UpdatePlatformcloudaccount",
            ],
            ignoreOrder: true);
    }
}
