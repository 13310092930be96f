using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Session;

public sealed class GetSonraiCapabilityTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Every_document_is_an_operation_and_the_sandbox_offers_them_all()
    {
        var documents = Directory.GetFiles(Checkout.At("src", "SonraiControlTower.Dig", "Queries"), "*.graphql").Select(Path.GetFileNameWithoutExtension);

        var run = _sandbox.Run("Get-SonraiCapability");

        run.Errors.ShouldBeEmpty();
        run.Strings("Operation").ShouldBe(documents.Order(StringComparer.Ordinal));
        run.Values("IsOffered").ShouldAllBe(offered => Equals(offered, true));
        run.Values("IsReplaced").ShouldAllBe(replaced => Equals(replaced, false));
    }

    [Fact]
    public void Names_take_wildcards()
    {
        var run = _sandbox.Run("Get-SonraiCapability *usertoken, bots");

        run.Strings("Operation").ShouldBe(["Bots", "DeleteSonraiUserToken", "GenerateSonraiUserToken"]);
        run.Strings("Kind").ShouldBe(["Query", "Mutation", "Mutation"]);
        run.Strings("Standing").ShouldBe(["inferred", "inferred", "public fact"]);
    }

    [Fact]
    public void Every_operation_names_commands_that_there_are()
    {
        var commands = _sandbox.Run("Get-Command -Module SonraiControlTower").Strings("Name").ToList();

        foreach (var operation in _sandbox.Run("Get-SonraiCapability").Output)
        {
            UsedBy(operation).ShouldNotBeEmpty(operation.ToString());
            UsedBy(operation).ShouldBeSubsetOf(commands!, operation.ToString());
        }
    }

    [Fact]
    public void The_page_for_administrators_says_of_every_operation_what_the_command_says()
    {
        var rows = File.ReadAllLines(Checkout.At("docs", "operations.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        var expected = _sandbox.Run("Get-SonraiCapability").Output.Select(one =>
            $"| `{one}` | `{Text(one, "Kind")}.{Text(one, "Field")}` | {Text(one, "Standing")} | {string.Join(", ", UsedBy(one).Select(command => $"`{command}`"))} |");

        rows.ShouldBe(expected);
    }

    [Fact]
    public void Without_a_session_there_is_one_error()
    {
        using var bare = new ModuleRunspace();

        bare.Run("Get-SonraiCapability").OnlyError("NotConnected");
    }

    private static IReadOnlyList<string> UsedBy(PSObject capability) => (IReadOnlyList<string>)capability.Properties["UsedBy"].Value;

    private static string Text(PSObject capability, string property) => (string)capability.Properties[property].Value;
}
