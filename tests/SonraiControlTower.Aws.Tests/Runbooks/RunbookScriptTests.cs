using System.Management.Automation.Language;

namespace SonraiControlTower.Aws.Tests.Runbooks;

public sealed class RunbookScriptTests
{
    // What pwsh 7.6 has by itself: Microsoft.PowerShell.Core, .Management, .Utility, .Security and .Archive.
    private static readonly string[] _own =
    [
        "ConvertTo-Json", "ConvertTo-SecureString", "Expand-Archive", "Get-ChildItem", "Get-FileHash", "Group-Object", "Import-Module", "Join-Path",
        "Remove-Item", "Select-Object", "Where-Object",
    ];

    private static readonly string[] _common = ["Confirm", "ErrorAction", "ErrorVariable", "WhatIf"];

    public static TheoryData<string> All => [.. Runbook.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_script_for_pwsh_can_be_read(string name)
    {
        var script = PowerShellScripts.Of(Runbook.Read(name)).Single();

        Parser.ParseInput(script, out _, out var errors);

        errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_script_calls_only_the_module_and_what_pwsh_has(string name)
    {
        var commands = Commands(name).Select(command => command.GetCommandName()).ToList();

        commands.ShouldContain("Connect-Sonrai");
        commands.Except(_own).Except(ModuleCommands.Names).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_script_gives_the_module_s_commands_parameters_that_they_have(string name)
    {
        var ofModule = Commands(name).Where(command => ModuleCommands.Names.Contains(command.GetCommandName())).ToList();
        var given = ofModule.SelectMany(command => command.CommandElements).OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName);
        var splatted = Script(name).FindAll(node => node is HashtableAst, searchNestedScriptBlocks: true).Cast<HashtableAst>()
            .SelectMany(table => table.KeyValuePairs).Select(pair => pair.Item1.Extent.Text);

        var unknown = given.Concat(splatted).Except(_common).Except(ModuleCommands.Parameters);

        unknown.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_external_id_is_taken_out_of_the_environment_before_anything_is_called_with_it(string name)
    {
        var script = PowerShellScripts.Of(Runbook.Read(name)).Single();
        var uses = script.Split('\n').Select(line => line.Trim()).Where(line => line.Contains("SONRAI_EXTERNAL_ID", StringComparison.Ordinal));

        uses.ShouldAllBe(line => line.StartsWith("ExternalId ", StringComparison.Ordinal) || line == "Remove-Item -LiteralPath Env:SONRAI_EXTERNAL_ID");
        script.IndexOf("Connect-Sonrai", StringComparison.Ordinal).ShouldBeGreaterThan(script.LastIndexOf("SONRAI_EXTERNAL_ID", StringComparison.Ordinal));
    }

    private static ScriptBlockAst Script(string name) => Parser.ParseInput(PowerShellScripts.Of(Runbook.Read(name)).Single(), out _, out _);

    private static IEnumerable<CommandAst> Commands(string name) => Script(name).FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
}
