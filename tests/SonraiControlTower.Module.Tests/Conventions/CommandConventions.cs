using System.Text.RegularExpressions;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Conventions;

/// <summary>What every command has in common: one class, one file, one test file; typed output with a view; -WhatIf on every change.</summary>
public sealed partial class CommandConventions : IDisposable
{
    private static readonly string[] _reading = ["Get", "Test", "Connect", "Disconnect", "Compare", "Export"];

    private readonly ModuleRunspace _module = new();

    public void Dispose() => _module.Dispose();

    private List<CmdletInfo> Commands => [.. _module.Run("Get-Command -Module SonraiControlTower").Output.Select(item => (CmdletInfo)item.BaseObject)];

    [Fact]
    public void Every_command_class_is_exported_and_every_export_has_its_class_and_its_tests()
    {
        var classes = Directory.GetFiles(Checkout.At("src", "SonraiControlTower", "Commands"), "*Command.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)[..^"Command".Length]);
        var tests = Directory.GetFiles(Checkout.At("tests", "SonraiControlTower.Module.Tests", "Commands"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)[..^"Tests".Length]);
        var pester = Directory.GetFiles(Checkout.At("tests", "Pester"), "*.Tests.ps1").Select(path => Path.GetFileName(path)[..^".Tests.ps1".Length]);

        var exports = Commands.Select(command => command.Name).Order().ToList();

        classes.Order().ShouldBe(exports.Select(name => name.Replace("-", "", StringComparison.Ordinal)).Order());
        exports.Select(name => name.Replace("-", "", StringComparison.Ordinal)).Except(tests).ShouldBeEmpty();
        exports.Except(pester).ShouldBeEmpty();
    }

    [Fact]
    public void The_manifest_names_every_export_and_no_wildcard()
    {
        var manifest = File.ReadAllText(Checkout.Manifest);

        foreach (var command in Commands)
        {
            manifest.ShouldContain($"'{command.Name}'");
        }

        ExportWildcard().IsMatch(manifest).ShouldBeFalse();
    }

    [Fact]
    public void Every_command_that_changes_something_asks_ShouldProcess()
    {
        foreach (var command in Commands.Where(command => !_reading.Contains(command.Verb)))
        {
            command.Parameters.ContainsKey("WhatIf").ShouldBeTrue(command.Name);
        }
    }

    [Fact]
    public void Every_output_type_is_sealed_ours_and_has_a_view()
    {
        var views = File.ReadAllText(Checkout.At("bin", "SonraiControlTower.format.ps1xml"));

        foreach (var output in Commands.SelectMany(command => command.OutputType).Select(output => output.Type))
        {
            output.IsSealed.ShouldBeTrue(output.Name);
            output.Namespace.ShouldBe("SonraiControlTower");
            views.ShouldContain($"<TypeName>{output.FullName}</TypeName>");
        }
    }

    [Fact]
    public void No_parameter_and_no_output_shows_a_type_of_a_package()
    {
        var types = Commands.SelectMany(command => command.Parameters.Values.Select(parameter => parameter.ParameterType))
            .Concat(Commands.SelectMany(command => command.OutputType).SelectMany(output => output.Type.GetProperties().Select(property => property.PropertyType)));

        types.Select(type => type.Namespace!.Split('.')[0]).Distinct().ShouldBeSubsetOf(["System", "SonraiControlTower"]);
    }

    [Fact]
    public void Every_list_that_comes_out_can_be_indexed()
    {
        var lists = Commands.SelectMany(command => command.OutputType).Select(output => output.Type).Distinct()
            .SelectMany(type => type.GetProperties().Select(property => (Type: type, Property: property)))
            .Where(one => one.Property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));

        foreach (var (type, property) in lists)
        {
            var item = property.PropertyType.GenericTypeArguments[0];
            var made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);

            property.SetValue(made, Activator.CreateInstance(typeof(List<>).MakeGenericType(item)));

            property.GetValue(made).ShouldBeOfType(item.MakeArrayType(), $"{type.Name}.{property.Name}");
        }
    }

    [Fact]
    public void The_manifest_and_the_assemblies_have_one_version()
    {
        var version = (Version)_module.Run("(Get-Module SonraiControlTower).Version").Output.Single().BaseObject;

        var assembly = System.Reflection.AssemblyName.GetAssemblyName(Checkout.At("bin", "SonraiControlTower.dll")).Version!;

        assembly.ToString(3).ShouldBe(version.ToString(3));
    }

    [GeneratedRegex(@"ToExport\s*=\s*@?\(?\s*'\*'")]
    private static partial Regex ExportWildcard();
}
