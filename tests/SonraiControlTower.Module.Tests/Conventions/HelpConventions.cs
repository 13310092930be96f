using SonraiControlTower.Help.Text;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Conventions;

/// <summary>Every command has its page, and the page says what the command does.</summary>
public sealed class HelpConventions : IDisposable
{
    private const int ShortestDescription = 30;

    private readonly ModuleRunspace _module = new();

    public static TheoryData<string> CommandNames => Documentation.CommandNames;

    public void Dispose() => _module.Dispose();

    [Fact]
    public void Every_export_has_its_page_and_every_page_its_export()
    {
        var exports = _module.Run("Get-Command -Module SonraiControlTower").Strings("Name").Order();

        Documentation.Commands.Select(page => page.Name).Order().ShouldBe(exports);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Every_parameter_of_a_command_is_described_and_no_other(string command)
    {
        var page = Documentation.PageOf(command);

        page.Parameters.Select(parameter => parameter.Name).Order().ShouldBe(ParameterMetadataFacts.Of(Command(command)).Keys.Order());
        foreach (var parameter in page.Parameters)
        {
            string.Join(' ', TextBlocks.Of(parameter.Description)).Length.ShouldBeGreaterThan(ShortestDescription, parameter.Name);
        }
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void The_metadata_of_a_parameter_is_what_PowerShell_says_of_it(string command)
    {
        var facts = ParameterMetadataFacts.Of(Command(command));

        foreach (var parameter in Documentation.PageOf(command).Parameters)
        {
            parameter.Facts.Select(ParameterMetadataFacts.Text).Order().ShouldBe(facts[parameter.Name].Order(), $"{command} -{parameter.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void The_syntax_is_what_Get_Command_writes(string command)
    {
        var page = Documentation.PageOf(command);
        var sets = Command(command).ParameterSets;

        page.Syntax.Select(set => set.Line).ShouldBe(sets.Select(set => $"{command} {set}"));
        if (sets is not [{ Name: ParameterAttribute.AllParameterSets }])
        {
            page.Syntax.Select(set => (set.Name, set.IsDefault)).ShouldBe(sets.Select(set => (set.Name, set.IsDefault)));
        }
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Every_type_that_comes_out_is_described_with_every_property(string command)
    {
        var types = Command(command).OutputType.Select(output => output.Type).ToList();
        var described = Documentation.PageOf(command).Outputs;

        described.Select(output => output.Type).ShouldBe(types.Count == 0 ? ["None"] : types.Select(type => type.FullName!));
        foreach (var (type, output) in types.Zip(described))
        {
            var text = string.Join('\n', TextBlocks.Of(output.Description));
            foreach (var property in type.GetProperties())
            {
                text.ShouldContain(property.Name, Case.Sensitive, $"{command}: {type.Name}.{property.Name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Get_Help_shows_the_page(string command)
    {
        var page = Documentation.PageOf(command);

        var help = _module.Run("""
            $help = Get-Help $command -Full
            [pscustomobject]@{
                Synopsis = $help.Synopsis
                Examples = @($help.examples.example).Count
                Parameters = @($help.parameters.parameter | ForEach-Object -MemberName name) -join ' '
                Links = @($help.relatedLinks.navigationLink | ForEach-Object -MemberName linkText) -join ' '
            }
            """, ("command", command)).Output.ShouldHaveSingleItem();

        help.Properties["Synopsis"].Value.ShouldBe(page.Synopsis);
        help.Properties["Examples"].Value.ShouldBe(page.Examples.Count);
        help.Properties["Parameters"].Value.ShouldBe(string.Join(' ', page.Parameters.Select(parameter => parameter.Name)));
        help.Properties["Links"].Value.ShouldBe(string.Join(' ', page.RelatedLinks.Select(link => link.Text)));
    }

    [Theory]
    [InlineData("about_SonraiControlTower")]
    [InlineData("about_SonraiControlTower_Analysis")]
    [InlineData("about_SonraiControlTower_Integration")]
    [InlineData("about_SonraiControlTower_Errors")]
    public void Get_Help_finds_the_topic(string topic)
    {
        var text = _module.Run("Get-Help $topic", ("topic", topic)).Output.ShouldHaveSingleItem().ToString();

        text.ShouldStartWith($"TOPIC\n    {topic}\n");
    }

    private CmdletInfo Command(string name) => (CmdletInfo)_module.Run("Get-Command $name", ("name", name)).Output.Single().BaseObject;
}
