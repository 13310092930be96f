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
                    "$($context.Name)/$($assembly.GetName().Name) $([System.Diagnostics.FileVersionInfo]::GetVersionInfo($assembly.Location).FileVersion)"
                }
            }
        }
        """;

    // Header and claims of a token that ends in 2100; nobody signed it, and the tenant is never reached.
    private const string UnsignedToken =
        "eyJhbGciOiJSUzI1NiJ9.eyJodHRwczovL3NvbnJhaXNlY3VyaXR5LmNvbS9vcmciOiJ0ZXN0IiwiaHR0cHM6Ly9zb25yYWlzZWN1cml0eS5jb20vZW52IjoiY3JjIiwiZXhwIjo0MTAyNDQ0ODAwfQ.c2ln";

    private static readonly string Neighbour =
        Path.Combine(Checkout.OutputOf("tests", "SonraiControlTower.Neighbour"), "SonraiControlTower.Neighbour.dll");

    [Theory]
    [InlineData("Import-Module $args[1]; Get-NeighbourVersion; Import-Module $args[0]")]
    [InlineData("Import-Module $args[0]; Import-Module $args[1]; Get-NeighbourVersion")]
    [InlineData("Import-Module $args[0]; $x = 1; Import-Module $args[1]", "Get-NeighbourVersion")]
    public async Task A_neighbour_with_other_versions_of_our_packages_and_we_each_keep_our_own(string before, string after = "")
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("probe.ps1", $"{before}\n{UseEveryRoom}\n{after}\n{TellOurs}");

        var run = await ChildProcess.ProbeAsync(script, Checkout.Manifest, Neighbour, UnsignedToken);

        run.Errors.ShouldBeEmpty();
        run.Lines.ShouldBe(
            [
                "AWSSDK.Core 4.0.3.3", "Polly.Core 8.4.2.3950", "Microsoft.Data.Sqlite 8.0.3026.26820",
                "accounts True", "mode Local", "dig DigUnreachable",
                "Default/AWSSDK.Core 4.0.3.3", "Default/Polly.Core 8.4.2.3950",
                "SonraiControlTower/AWSSDK.Core 4.1.0.0", "SonraiControlTower/Polly.Core 8.9.1.0",
            ],
            ignoreOrder: true);
    }
}
