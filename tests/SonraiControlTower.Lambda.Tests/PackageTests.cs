using System.IO.Compression;
using System.Text.Json.Nodes;
using SonraiControlTower.Packer;

namespace SonraiControlTower.Lambda.Tests;

public sealed class PackageTests
{
    private const int ReadableByAll = 0x81A4;

    public static TheoryData<string> Architectures => ["x86_64", "arm64"];

    [Theory]
    [MemberData(nameof(Architectures))]
    public void It_holds_what_the_managed_runtime_needs_and_nothing_that_does_not_run(string architecture)
    {
        using var zip = ZipFile.OpenRead(Checkout.Package(architecture));
        string[] names = [.. zip.Entries.Select(entry => entry.FullName)];

        string[] needed =
        [
            "SonraiControlTower.Lambda.dll", "SonraiControlTower.Lambda.deps.json", "SonraiControlTower.Lambda.runtimeconfig.json",
            "SonraiControlTower.Core.dll", "SonraiControlTower.Aws.dll", "SonraiControlTower.Dig.dll",
        ];
        needed.ShouldBeSubsetOf(names);
        names.ShouldAllBe(name => name.EndsWith(".dll", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal));
        names.ShouldNotContain(name => name.StartsWith("Amazon.Lambda", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Its_entries_are_in_order_of_one_day_and_readable_by_all(string architecture)
    {
        using var zip = ZipFile.OpenRead(Checkout.Package(architecture));

        zip.Entries.Select(entry => entry.FullName).ShouldBe(zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
        zip.Entries.ShouldAllBe(entry => (uint)entry.ExternalAttributes >> 16 == ReadableByAll);
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void It_runs_on_the_runtime_that_the_template_names(string architecture)
    {
        using var zip = ZipFile.OpenRead(Checkout.Package(architecture));
        using var config = zip.GetEntry("SonraiControlTower.Lambda.runtimeconfig.json")!.Open();
        var options = JsonNode.Parse(config)!["runtimeOptions"]!;

        ((string)options["framework"]!["name"]!).ShouldBe("Microsoft.NETCore.App");
        ((string)options["framework"]!["version"]!).ShouldStartWith("10.0.");
        ((bool)options["configProperties"]!["System.Globalization.Invariant"]!).ShouldBeTrue();
    }

    [Fact]
    public void The_same_files_make_the_same_package_whenever_and_in_whatever_order_they_were_written()
    {
        var (one, other) = (Directory.CreateTempSubdirectory(), Directory.CreateTempSubdirectory());
        try
        {
            string[] names = ["b.dll", "a.dll", "x.deps.json", "x.runtimeconfig.json"];
            foreach (var name in names)
            {
                File.WriteAllText(Path.Combine(one.FullName, name), $"content of {name}");
            }

            foreach (var name in names.Reverse())
            {
                var file = Path.Combine(other.FullName, name);
                File.WriteAllText(file, $"content of {name}");
                File.SetLastWriteTimeUtc(file, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }

            File.WriteAllText(Path.Combine(other.FullName, "a.pdb"), "is not packed");

            FunctionPackage.Pack(other.FullName).ShouldBe(FunctionPackage.Pack(one.FullName));
            File.AppendAllText(Path.Combine(other.FullName, "a.dll"), ".");
            FunctionPackage.Pack(other.FullName).ShouldNotBe(FunctionPackage.Pack(one.FullName));
        }
        finally
        {
            one.Delete(recursive: true);
            other.Delete(recursive: true);
        }
    }
}
