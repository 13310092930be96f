using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Loading;

/// <summary>The wall between our packages and everybody else's, each case in a process of its own.</summary>
public sealed class LoaderTests
{
    // Opens every back room: the sandbox and the engine, the AWS door (a client is built), the Dig door (Polly runs into a closed port).
    private const string UseEveryRoom = """
        Connect-Sonrai -Sandbox > $null
        "accounts $(@(Get-OrgAccount).Count -gt 20)"
        Connect-Sonrai -Local -Region eu-west-1 -Credential ([pscustomobject]@{ AccessKey = 'a'; SecretKey = 'b' }) > $null
        "mode $((Get-SonraiContext).Mode)"
        try { Connect-Sonrai -Token $args[2] -Endpoint http://127.0.0.1:1 } catch { "dig $($_.FullyQualifiedErrorId.Split(',')[0])" }
        """;

    private const string TellOurs = """
        foreach ($context in [System.Runtime.Loader.AssemblyLoadContext]::All) {
            foreach ($assembly in $context.Assemblies) {
                if ($assembly.GetName().Name -match '^(AWSSDK.Core|Polly.Core)$') {
                    "$($context.Name)/$($assembly.GetName().Name) $(([version][System.Diagnostics.FileVersionInfo]::GetVersionInfo($assembly.Location).FileVersion).ToString(3))"
                }
            }
        }
        """;

    // Header and claims of a token that ends in 2100; nobody signed it, and the tenant is never reached.
    private const string UnsignedToken =
        "eyJhbGciOiJSUzI1NiJ9.eyJodHRwczovL3NvbnJhaXNlY3VyaXR5LmNvbS9vcmciOiJ0ZXN0IiwiaHR0cHM6Ly9zb25yYWlzZWN1cml0eS5jb20vZW52IjoiY3JjIiwiZXhwIjo0MTAyNDQ0ODAwfQ.c2ln";

    private static readonly string _neighbour =
        Path.Combine(Checkout.OutputOf("tests", "SonraiControlTower.Neighbour"), "SonraiControlTower.Neighbour.dll");

    [Theory]
    [InlineData("Import-Module $args[1]; Get-NeighbourVersion; Import-Module $args[0]")]
    [InlineData("Import-Module $args[0]; Import-Module $args[1]; Get-NeighbourVersion")]
    [InlineData("Import-Module $args[0]; $x = 1; Import-Module $args[1]", "Get-NeighbourVersion")]
    public async Task A_neighbour_with_other_versions_of_our_packages_and_we_each_keep_our_own(string before, string after = "")
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("probe.ps1", $"{before}\n{UseEveryRoom}\n{after}\n{TellOurs}");

        var run = await ChildProcess.ProbeAsync(script, Checkout.Manifest, _neighbour, UnsignedToken);

        run.Errors.ShouldBeEmpty();
        run.Lines.ShouldBe(
            [
                "AWSSDK.Core 4.0.3", "Polly.Core 8.4.2", "Microsoft.Data.Sqlite 8.0.3026",
                "accounts True", "mode Local", "dig DigUnreachable",
                "Default/AWSSDK.Core 4.0.3", "Default/Polly.Core 8.4.2",
                "SonraiControlTower/AWSSDK.Core 4.1.0", "SonraiControlTower/Polly.Core 8.9.1",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Import_loads_two_assemblies_of_ours_and_the_type_literal_resolves_before_first_use()
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("probe.ps1", """
            Import-Module $args[0]
            [SonraiControlTower.OrgAccount].FullName
            [AppDomain]::CurrentDomain.GetAssemblies().ForEach({ $_.GetName().Name }).Where({ $_ -like 'SonraiControlTower*' -and $_ -notlike '*LoaderProbe' })
            [System.Runtime.Loader.AssemblyLoadContext]::All.Name.Where({ $_ -like 'Sonrai*' })
            """);

        var run = await ChildProcess.ProbeAsync(script, Checkout.Manifest);

        run.Errors.ShouldBeEmpty();
        run.Lines.ShouldBe(["SonraiControlTower.OrgAccount", "SonraiControlTower", "SonraiControlTower.Core"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Import-Module $args[0] -Force")]
    [InlineData("Remove-Module SonraiControlTower; Import-Module $args[0]")]
    [InlineData("Import-Module $args[0] -Force; Import-Module $args[0] -Force; Remove-Module SonraiControlTower; Import-Module $args[0] -Force")]
    public async Task However_often_it_is_imported_the_commands_are_there_and_work(string again)
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("probe.ps1", $$"""
            Import-Module $args[0]
            Connect-Sonrai -Sandbox > $null
            {{again}}
            (Get-Command -Module SonraiControlTower).Count -eq (Get-Module SonraiControlTower).ExportedCmdlets.Count
            "session $(@(Get-SonraiContext).Count)"
            Connect-Sonrai -Sandbox > $null
            "accounts $(@(Get-OrgAccount).Count -gt 20)"
            """);

        var run = await ChildProcess.ProbeAsync(script, Checkout.Manifest);

        run.Errors.ShouldBeEmpty();
        run.Lines.ShouldBe(["True", "session 0", "accounts True"]);
    }

    [Fact]
    public async Task A_private_SQLite_wins_over_a_neighbour_s_with_its_own_native_library()
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("probe.ps1", """
            Import-Module $args[1]
            Get-NeighbourVersion > $null
            Import-Module $args[0]
            Connect-Sonrai -Sandbox > $null
            $cellar = [System.Runtime.Loader.AssemblyLoadContext]::All.Where({ $_.Name -eq 'SonraiControlTower' })[0]
            $sqlite = $cellar.LoadFromAssemblyName([System.Reflection.AssemblyName]::new('Microsoft.Data.Sqlite'))
            $connection = [Activator]::CreateInstance($sqlite.GetType('Microsoft.Data.Sqlite.SqliteConnection'), 'Data Source=:memory:')
            $connection.Open()
            $connection.ServerVersion -as [version] -ge [version]'3.45'
            [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($connection.GetType().Assembly).Name
            $sqlite.Location.StartsWith([System.IO.Path]::GetDirectoryName($args[0]))
            (Get-SonraiActivity).Count -gt 0
            """);

        var run = await ChildProcess.ProbeAsync(script, Checkout.Manifest, _neighbour);

        run.Errors.ShouldBeEmpty();
        run.Lines.ShouldBe(["True", "SonraiControlTower", "True", "True"]);
    }

    [Fact]
    public async Task A_back_room_that_is_missing_is_an_error_and_not_the_end_of_the_process()
    {
        using var folder = new TemporaryFolder();
        var manifest = CopyModule(folder.Path);
        File.Delete(Path.Combine(folder.Path, "bin", "private", "SonraiControlTower.Sandbox.dll"));
        var script = folder.Write("probe.ps1", "Import-Module $args[0]; try { Connect-Sonrai -Sandbox } catch { $_.Exception.GetType().Name }");

        var run = await ChildProcess.ProbeAsync(script, manifest);

        run.Lines.ShouldBe(["FileNotFoundException"]);
    }

    [Theory]
    [InlineData(true, "lib")]
    [InlineData(false, "private")]
    public async Task The_engine_is_taken_as_compiled_for_this_runtime_and_as_IL_where_it_is_not(bool isCompiled, string from)
    {
        using var folder = new TemporaryFolder();
        var manifest = CopyModule(folder.Path);
        foreach (var compiled in Directory.GetDirectories(Path.Combine(folder.Path, "bin", "private", "runtimes"), "lib", SearchOption.AllDirectories))
        {
            if (!isCompiled)
            {
                Directory.Delete(compiled, recursive: true);
            }
        }

        var script = folder.Write("probe.ps1", """
            Import-Module $args[0]
            Connect-Sonrai -Sandbox > $null
            (Get-SonraiActivity).Count -gt 0
            $engine = [System.Runtime.Loader.AssemblyLoadContext]::All.Assemblies.Where({ $_.GetName().Name -eq 'SonraiControlTower.Engine' })
            [System.IO.Path]::GetFileName([System.IO.Path]::GetDirectoryName($engine[0].Location))
            """);

        var run = await ChildProcess.ProbeAsync(script, manifest);

        run.Errors.ShouldBeEmpty();
        run.Lines.ShouldBe(["True", from]);
    }

    private static string CopyModule(string folder)
    {
        foreach (var file in Directory.GetFiles(Checkout.At("bin"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Checkout.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var manifest = Path.Combine(folder, Path.GetFileName(Checkout.Manifest));
        File.Copy(Checkout.Manifest, manifest);
        return manifest;
    }
}
