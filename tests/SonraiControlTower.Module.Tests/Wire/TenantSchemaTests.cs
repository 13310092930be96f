using SonraiControlTower.Module.Tests.Hosting;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Module.Tests.Wire;

/// <summary>The commands against tenants whose schemas differ.</summary>
public sealed class TenantSchemaTests
{
    private static readonly DigContractOptions _plain = new() { OffersFindings = true, OffersBots = false, OffersTokenRemoval = false };

    [Fact]
    public async Task Bots_come_from_the_tenant()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.AddBot("Delete role", "DELETE_IDENTITY", requiredPermissions: "iam:DeleteRole\niam:GetRole");
        tenant.Dig.AddBot("Ours alone", "TAG_IDENTITY", cloud: "ANY");

        tenant.Run("Get-SonraiBot").Strings("Title").ShouldBe(["Delete role", "Ours alone"]);
        tenant.Run("Get-SonraiBot -RemediationType tag_identity").Strings("Title").ShouldBe(["Ours alone"]);
        tenant.Run("(Get-SonraiBot Delete*).RequiredPermissions.Count").Output.Single().BaseObject.ShouldBe(2);
    }

    [Fact]
    public async Task A_tenant_that_lists_no_bots_is_not_asked_to_and_the_portal_is_named()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(_plain);

        var error = tenant.Run("Get-SonraiBot").OnlyError("OperationNotOffered");

        error.CategoryInfo.Category.ShouldBe(ErrorCategory.NotImplemented);
        error.ErrorDetails.Message.ShouldContain("'Bots'");
        error.ErrorDetails.RecommendedAction.ShouldContain("Remediations");
        tenant.Dig.Record.Count("Bots").ShouldBe(0);
    }

    [Fact]
    public async Task Capabilities_cost_a_request_for_each_type_once_in_a_session()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(_plain);
        var before = tenant.Proxy.Seen;

        var run = tenant.Run("Get-SonraiCapability | Where-Object IsOffered -eq $false; $null = Get-SonraiCapability");

        run.Strings("Operation").ShouldBe(["Bots", "DeleteSonraiUserToken"]);
        (tenant.Proxy.Seen - before).ShouldBe(5);
    }

    [Fact]
    public async Task A_folder_of_documents_puts_an_operation_right()
    {
        await using var tenant = await TenantRunspace.StartAsync();
        using var folder = new TemporaryFolder();
        folder.Write("Bots.graphql", "query OurBots($limit: Int, $offset: Int) { all: Bots { count items(limit: $limit, offset: $offset) { srn title: description } } }");
        tenant.Dig.AddBot("Delete role");

        tenant.Run(
            "$null = $ExecutionContext.SessionState.Path.SetLocation($parent); Connect-Sonrai -Token $token -Endpoint $endpoint -QueriesFolder $name",
            ("parent", Path.GetDirectoryName(folder.Path)),
            ("name", $"./{Path.GetFileName(folder.Path)}"),
            ("token", tenant.Token)).Errors.ShouldBeEmpty();

        tenant.Run("Get-SonraiBot").Strings("Title").ShouldBe(["What 'Delete role' does."]);
        tenant.Run("Get-SonraiCapability | Where-Object IsReplaced").Strings("Operation").ShouldBe(["Bots"]);
        tenant.Dig.Record.Count("OurBots").ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_refused_and_the_session_before_stays()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        var before = tenant.Proxy.Seen;

        var run = tenant.Run("Connect-Sonrai -Token $token -Endpoint $endpoint -QueriesFolder ./no-such-folder", ("token", tenant.Token));

        run.OnlyError("QueriesFolderNotFound").ErrorDetails.Message.ShouldContain("no-such-folder");
        tenant.Proxy.Seen.ShouldBe(before);
        tenant.Run("Get-SonraiContext").Strings("Mode").ShouldBe(["Tenant"]);
    }

    [Fact]
    public async Task A_broken_document_is_named_by_the_command_that_reads_them_all()
    {
        await using var tenant = await TenantRunspace.StartAsync();
        using var folder = new TemporaryFolder();
        folder.Write("Bots.graphql", "query Bots { one two }");

        tenant.Run("Connect-Sonrai -Token $token -Endpoint $endpoint -QueriesFolder $folder", ("token", tenant.Token), ("folder", folder.Path))
            .Errors.ShouldBeEmpty();

        tenant.Run("Get-SonraiCapability").OnlyError("QueryDocumentUnusable").ErrorDetails.Message.ShouldContain("Bots.graphql");
    }
}
