using System.Management.Automation.Language;
using SonraiControlTower.Help.Pages;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Conventions;

/// <summary>
/// Every example of every page is true: it runs in the sandbox without an error. Examples that need a tenant or AWS, or a command that a bare
/// runspace does not have (Import-Csv), are parsed and the parameters they name looked up; tests/Pester runs the latter.
/// </summary>
public sealed class ExampleConventions : IDisposable
{
    private readonly ModuleRunspace _module = ModuleRunspace.InSandbox();
    private readonly TemporaryFolder _folder = new();

    // What an example writes, it writes there.
    public ExampleConventions() => _module.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);

    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach (var page in Documentation.Commands)
            {
                for (var number = 1; number <= page.Examples.Count; number++)
                {
                    examples.Add(page.Name, number);
                }
            }

            return examples;
        }
    }

    public void Dispose()
    {
        _module.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_does_what_it_shows(string command, int number)
    {
        var example = Documentation.PageOf(command).Examples[number - 1];
        var commands = Parse(example.Code);

        commands.Where(one => Find(one.GetCommandName()) is { ModuleName: "SonraiControlTower" }).ShouldAllBe(one => NamesOnlyItsParameters(one));
        if (example.Needs == ExampleNeeds.Nothing && commands.TrueForAll(one => Find(one.GetCommandName()) is not null))
        {
            _module.Run(example.Code).Errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_page_shows_its_command_at_work_in_the_sandbox()
    {
        foreach (var page in Documentation.Commands)
        {
            page.Examples.ShouldContain(example => example.Needs == ExampleNeeds.Nothing && example.Code.Contains(page.Name, StringComparison.Ordinal));
        }
    }

    private static List<CommandAst> Parse(string code)
    {
        var script = Parser.ParseInput(code, out _, out var errors);
        errors.ShouldBeEmpty();
        return [.. script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()];
    }

    private bool NamesOnlyItsParameters(CommandAst command) =>
        command.CommandElements.OfType<CommandParameterAst>().All(named =>
            Find(command.GetCommandName())!.Parameters.Values.Any(parameter =>
                parameter.Name.Equals(named.ParameterName, StringComparison.OrdinalIgnoreCase)
                || parameter.Aliases.Contains(named.ParameterName, StringComparer.OrdinalIgnoreCase)));

    private CommandInfo? Find(string name) =>
        _module.Run("Get-Command $name -ErrorAction Ignore", ("name", name)).Output is [var found, ..] ? (CommandInfo)found.BaseObject : null;
}
