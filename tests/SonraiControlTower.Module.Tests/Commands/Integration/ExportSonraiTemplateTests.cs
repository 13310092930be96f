using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Integration;

public sealed class ExportSonraiTemplateTests : IDisposable
{
    private readonly ModuleRunspace _module = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void All_templates_are_written_as_they_are_and_no_session_is_needed()
    {
        var run = Export("Export-SonraiTemplate -Destination $folder");

        run.Errors.ShouldBeEmpty();
        run.Strings("Name").ShouldBe(["Integration", "OrganizationEvents", "CollectorRole", "BotRole"]);
        foreach (var path in run.Strings("Path"))
        {
            var source = Checkout.At("src", "CloudFormation", Path.GetFileName(path!));
            File.ReadAllText(path!).ShouldBe(File.ReadAllText(source).ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public void One_can_be_named_and_its_folder_is_made()
    {
        var run = Export("Export-SonraiTemplate BotRole \"$folder/templates\"");

        run.Strings("Path").ShouldBe([Path.Combine(_folder.Path, "templates", "bot-role.yaml")]);
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Fact]
    public void Without_a_destination_it_is_the_location_of_PowerShell()
    {
        _module.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);

        var run = _module.Run("Export-SonraiTemplate BotRole");

        run.Strings("Path").ShouldBe([Path.Combine(_folder.Path, "bot-role.yaml")]);
    }

    [Fact]
    public void A_file_that_is_there_stays_as_it_is_and_the_others_are_written()
    {
        var there = _folder.Write("bot-role.yaml", "mine");

        var run = Export("Export-SonraiTemplate BotRole, CollectorRole $folder");

        run.OnlyError("FileExists").TargetObject.ShouldBe(there);
        run.Strings("Name").ShouldBe(["CollectorRole"]);
        File.ReadAllText(there).ShouldBe("mine");
    }

    [Fact]
    public void Force_overwrites()
    {
        var there = _folder.Write("bot-role.yaml", "mine");

        Export("Export-SonraiTemplate BotRole $folder -Force").Errors.ShouldBeEmpty();

        File.ReadAllText(there).ShouldStartWith("AWSTemplateFormatVersion");
    }

    private Outcome Export(string script) => _module.Run(script, ("folder", _folder.Path));
}
