using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Bots;

public sealed class GetSonraiBotTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_sandbox_has_the_public_bots_for_AWS()
    {
        var run = _sandbox.Run("Get-SonraiBot");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(26);
        run.Strings("Cloud").Distinct().ShouldBe(["AWS"]);
    }

    [Theory]
    [InlineData("'apply*'", 2)]
    [InlineData("'delete role', '*vpc'", 2)]
    [InlineData("nothing*", 0)]
    [InlineData("-RemediationType UPDATE_POLICY", 4)]
    [InlineData("-RemediationType delete_identity, DELETE_ACCESS_KEY", 5)]
    [InlineData("*access* -RemediationType DELETE_ACCESS_KEY", 1)]
    public void Titles_take_wildcards_and_types_narrow_them(string parameters, int expected)
    {
        var run = _sandbox.Run($"Get-SonraiBot {parameters}");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(expected);
    }

    [Fact]
    public void Permissions_are_a_list()
    {
        var run = _sandbox.Run("(Get-SonraiBot 'Apply Monitored*').RequiredPermissions");

        run.Output.Count.ShouldBe(13);
        run.Output.Select(item => item.ToString()).ShouldContain("iam:CreatePolicy");
    }

    [Fact]
    public void Tab_completes_the_public_types()
    {
        using var bare = new ModuleRunspace();

        var run = bare.Run("$line = 'Get-SonraiBot -RemediationType del'; (TabExpansion2 $line $line.Length).CompletionMatches");

        run.Strings("CompletionText").ShouldBe(["DELETE_IDENTITY", "DELETE_ACCESS_KEY"]);
    }

    [Fact]
    public void Without_a_session_there_is_one_error()
    {
        using var bare = new ModuleRunspace();

        bare.Run("Get-SonraiBot").OnlyError("NotConnected");
    }
}
