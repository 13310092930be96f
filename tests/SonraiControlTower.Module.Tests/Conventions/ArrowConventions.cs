using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Conventions;

/// <summary>The arrows of docs/architecture.md, read from the built assemblies: who may reference whom.</summary>
public sealed class ArrowConventions
{
    private const string Ours = "SonraiControlTower";

    private static readonly string[] _backRooms = ["Engine", "Dig", "Aws", "Sandbox"];

    public static TheoryData<string> GroundFloorAssemblies => [Checkout.At("bin", $"{Ours}.dll"), Checkout.At("bin", $"{Ours}.Core.dll")];

    public static TheoryData<string> BackRoomAssemblies => [.. _backRooms.Select(room => Checkout.At("bin", "private", $"{Ours}.{room}.dll"))];

    [Fact]
    public void Core_references_the_framework_and_nothing_else()
    {
        ReferencesOf(Checkout.At("bin", $"{Ours}.Core.dll")).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));
    }

    [Fact]
    public void The_face_references_Core_the_back_rooms_and_PowerShell()
    {
        ReferencesOf(Checkout.At("bin", $"{Ours}.dll"))
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || name == "System.Management.Automation")
            .ShouldBe([$"{Ours}.Core", .. _backRooms.Select(room => $"{Ours}.{room}"), "System.Management.Automation"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(BackRoomAssemblies))]
    public void A_back_room_references_Core_and_no_other_room(string assembly)
    {
        ReferencesOf(assembly).Where(name => name.StartsWith(Ours, StringComparison.Ordinal)).ShouldBe([$"{Ours}.Core"]);
    }

    [Fact]
    public void Only_the_AWS_door_names_Amazon_and_only_the_Dig_door_names_Polly()
    {
        foreach (var room in _backRooms)
        {
            var references = ReferencesOf(Checkout.At("bin", "private", $"{Ours}.{room}.dll"));
            references.Any(name => name.StartsWith("AWSSDK", StringComparison.Ordinal)).ShouldBe(room == "Aws", room);
            references.Contains("Polly.Core").ShouldBe(room == "Dig", room);
        }
    }

    [Theory]
    [MemberData(nameof(GroundFloorAssemblies))]
    public void The_ground_floor_shows_no_third_party_type(string assembly)
    {
        var referenced = ReferencesOf(assembly);

        referenced.ShouldNotContain(name => name.StartsWith("AWSSDK", StringComparison.Ordinal) || name.StartsWith("Polly", StringComparison.Ordinal)
            || name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_ground_floor_is_two_assemblies_and_the_cellar_holds_no_PowerShell()
    {
        Directory.GetFiles(Checkout.At("bin"), "*.dll").Select(Path.GetFileName).ShouldBe([$"{Ours}.Core.dll", $"{Ours}.dll"], ignoreOrder: true);
        Directory.GetFiles(Checkout.At("bin", "private"), "System.Management.Automation*").ShouldBeEmpty();
    }

    [Fact]
    public void The_back_door_references_Core_the_two_doors_and_the_framework()
    {
        using var package = ZipFile.OpenRead(Checkout.At("bin", "lambda", $"{Ours}.Lambda.x86_64.zip"));
        using var assembly = new MemoryStream();
        using (var packed = package.GetEntry($"{Ours}.Lambda.dll")!.Open())
        {
            packed.CopyTo(assembly);
        }

        assembly.Position = 0;
        ReferencesOf(assembly).Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBe([$"{Ours}.Core", $"{Ours}.Aws", $"{Ours}.Dig"], ignoreOrder: true);
        package.Entries.ShouldNotContain(entry => entry.Name.StartsWith("Amazon.Lambda", StringComparison.Ordinal) || entry.Name.StartsWith($"{Ours}.Engine", StringComparison.Ordinal));
    }

    private static List<string> ReferencesOf(string assembly) => ReferencesOf(File.OpenRead(assembly));

    private static List<string> ReferencesOf(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
