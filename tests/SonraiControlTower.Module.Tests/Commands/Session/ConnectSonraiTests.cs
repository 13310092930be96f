using SonraiControlTower.Module.Tests.Commands.Activity;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Session;

public sealed class ConnectSonraiTests
{
    [Fact]
    public void The_sandbox_needs_nothing_and_says_what_it_is()
    {
        using var runspace = new ModuleRunspace();

        var run = runspace.Run("Connect-Sonrai -Sandbox");

        run.Errors.ShouldBeEmpty();
        run.Strings("Mode").ShouldBe(["Sandbox"]);
        run.Strings("Tenant").ShouldBe(["sandbox"]);
    }

    [Fact]
    public void Two_runspaces_have_two_sessions()
    {
        using var one = ModuleRunspace.InSandbox();
        using var two = ModuleRunspace.InSandbox();
        using var none = new ModuleRunspace();

        one.Run("'222233334444' | Register-SonraiAccount");

        one.Run("Get-SonraiAccount").Output.Count.ShouldBe(1);
        two.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
        none.Run("Get-SonraiAccount").OnlyError("NotConnected");
    }

    [Fact]
    public void Connecting_anew_replaces_the_session()
    {
        using var runspace = ModuleRunspace.InSandbox();
        runspace.Run("'222233334444' | Register-SonraiAccount");

        runspace.Run("Connect-Sonrai -Sandbox");

        runspace.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("not.a.token", "MalformedToken")]
    [InlineData("a.bm90IGpzb24.c", "MalformedToken")]
    [InlineData("e30.e30.c2ln", "TokenClaimMissing")]
    public void What_is_no_token_is_refused_without_repeating_it(string token, string id)
    {
        using var runspace = new ModuleRunspace();

        var run = runspace.Run("Connect-Sonrai -Token $token", ("token", token));

        run.OnlyError(id).ToString().ShouldNotContain(token);
        runspace.Run("Get-SonraiContext").Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_of_files_is_enough_and_needs_no_AWS()
    {
        using var files = new EstateFiles();
        using var runspace = new ModuleRunspace();

        var run = runspace.Run("Connect-Sonrai -Local -Data $folder", ("folder", files.Path));

        run.Errors.ShouldBeEmpty();
        run.Strings("Mode").ShouldBe(["Local"]);
        run.Strings("Data").ShouldBe([files.Path]);
        runspace.Run("Get-SonraiActivity worker").Output.ShouldNotBeEmpty();
        runspace.Run("Get-SonraiEffectivePermission worker").Output.ShouldNotBeEmpty();
        runspace.Run("Get-OrgAccount").ErrorIds.ShouldHaveSingleItem().ShouldBeOneOf("NoRegion", "NoCredentials");
    }

    [Fact]
    public void What_a_folder_has_counted_is_counted_once()
    {
        using var files = new EstateFiles();
        using (EstateFiles.Connect(files))
        {
        }

        using var again = EstateFiles.Connect(files);

        again.Run("Get-SonraiActivity worker -Action ec2:*").Values("Count").ShouldBe([2L]);
        again.Run("Import-SonraiActivity $folder").Values("FilesSkipped").ShouldBe([2]);
    }

    [Fact]
    public void What_is_broken_in_a_folder_is_an_error_and_what_belongs_elsewhere_a_warning()
    {
        using var files = new EstateFiles();
        using var runspace = new ModuleRunspace();
        File.WriteAllText(Path.Combine(files.Path, "notes.json"), "{ \"notes\": [] }");
        File.WriteAllBytes(Path.Combine(files.Trail, "none.json.gz"), []);

        var run = runspace.Run("Connect-Sonrai -Local -Data $folder", ("folder", files.Path));

        run.OnlyError("ActivityFileEmpty");
        run.Texts.ShouldContain(text => text.Contains("notes.json", StringComparison.Ordinal));
        run.Strings("Mode").ShouldBe(["Local"]);
    }

    [Fact]
    public void Whoever_has_files_and_no_AWS_is_told_how_to_go_on()
    {
        using var runspace = new ModuleRunspace();

        runspace.Run("Connect-Sonrai -Local").OnlyError("NoCredentials").ErrorDetails.RecommendedAction.ShouldEndWith("give -Data the folder that they are in.");
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_refused_and_the_session_before_stays()
    {
        using var runspace = ModuleRunspace.InSandbox();

        runspace.Run("Connect-Sonrai -Local -Data nowhere").OnlyError("DataFolderNotFound");

        runspace.Run("Get-SonraiContext").Strings("Mode").ShouldBe(["Sandbox"]);
    }
}
