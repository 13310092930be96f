using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class BotsTests
{
    [Fact]
    public async Task A_bot_comes_with_what_its_manifest_says()
    {
        await using var tenant = await TestTenant.StartAsync();
        var srn = tenant.Server.AddBot("Delete role", RemediationType.DeleteIdentity, requiredPermissions: "iam:DeleteRole\niam:DetachRolePolicy\n");

        var bot = (await tenant.Dig.Bots.ListAsync(default).ToListAsync()).ShouldHaveSingleItem();

        (bot.Title, bot.Srn, bot.Cloud, bot.RemediationType).ShouldBe(("Delete role", srn, "AWS", "DELETE_IDENTITY"));
        (bot.Description, bot.Operation, bot.Version).ShouldBe(("What 'Delete role' does.", "EXECUTE_PYTHON_SCRIPT", "2021-04-01"));
        bot.RequiredPermissions.ShouldBe(["iam:DeleteRole", "iam:DetachRolePolicy"]);
    }

    [Fact]
    public async Task Only_remediations_for_AWS_and_for_all_clouds_are_listed()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.AddBot("for AWS");
        tenant.Server.AddBot("for all", cloud: "ANY");
        tenant.Server.AddBot("for Azure", cloud: "Azure");
        tenant.Server.AddBot("a control policy", type: "Prevention");

        var bots = await tenant.Dig.Bots.ListAsync(default).ToListAsync();

        bots.Select(bot => bot.Title).ShouldBe(["for AWS", "for all"]);
    }

    [Fact]
    public async Task The_list_is_read_whole_page_by_page_and_the_schema_asked_once()
    {
        await using var tenant = await TestTenant.StartAsync(options: new DigOptions { PageSize = 10 });
        for (var number = 0; number < 25; number++)
        {
            tenant.Server.AddBot($"bot {number}");
        }

        var bots = await tenant.Dig.Bots.ListAsync(default).ToListAsync();

        bots.Select(bot => bot.Srn).Distinct().Count().ShouldBe(25);
        tenant.Server.Record.Count("Bots").ShouldBe(3);
        tenant.Server.Record.Count("SchemaType").ShouldBe(1);
    }

    [Fact]
    public async Task A_tenant_that_lists_no_bots_is_told_by_name_and_not_asked_to()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersBots = false });

        var problem = await Throws.ProblemOf(tenant.Dig.Bots.ListAsync(default).ToListAsync().AsTask());

        problem.Id.ShouldBe("OperationNotOffered");
        problem.Message.ShouldBe("This tenant does not offer 'Bots': its schema has no field 'Bots' in its type 'Query'.");
        problem.Remedy.ShouldContain("Choose Bot manually");
        tenant.Server.Record.Count("Bots").ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"srn":"s","requiredPermissions":["iam:GetPolicy","kms:PutKeyPolicy"],"version":2}""", "iam:GetPolicy kms:PutKeyPolicy", "2")]
    [InlineData("""{"srn":"s","requiredPermissions":"iam:GetPolicy kms:PutKeyPolicy","version":"2020-10-01"}""", "iam:GetPolicy kms:PutKeyPolicy", "2020-10-01")]
    [InlineData("""{"srn":"s"}""", "", null)]
    public async Task What_is_not_public_may_have_either_shape(string item, string permissions, string? version)
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Json("""{"data":{"__type":{"fields":[{"name":"Bots"}],"inputFields":null}}}"""),
            ScriptedHandler.Json("""{"data":{"Bots":{"count":2,"items":[ITEM,{"title":"which one is it?"}]}}}""".Replace("ITEM", item, StringComparison.Ordinal)));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });

        var bot = (await tenant.Bots.ListAsync(default).ToListAsync()).ShouldHaveSingleItem();

        bot.Title.ShouldBe("s");
        string.Join(' ', bot.RequiredPermissions).ShouldBe(permissions);
        bot.Version.ShouldBe(version);
    }
}
