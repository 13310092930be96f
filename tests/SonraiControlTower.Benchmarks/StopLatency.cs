using System.Diagnostics;
using System.Management.Automation;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Benchmarks;

/// <summary>How long Ctrl+C takes while a service does not answer: from the stop to the end of the pipeline.</summary>
internal static class StopLatency
{
    private const int Runs = 10;

    public static async Task MeasureAsync()
    {
        await using var dig = await DigContractServer.StartAsync();
        await using var proxy = await FaultProxy.StartAsync(dig.Endpoint);
        await using var aws = await OrganizationsWire.StartAsync(new WireEstate(100, "/A"));
        using var host = new Host();
        host.Set("token", dig.IssueToken());
        host.Set("dig", proxy.Address);
        host.Set("aws", aws.Endpoint);
        host.Run("""
            $keys = [pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'secret' }
            Connect-Sonrai -Token $token -Endpoint $dig -Region eu-west-1 -EndpointUrl $aws -Credential $keys > $null
            """);

        var never = new TaskCompletionSource();
        var (waitingForDig, waitingForAws) = (new Samples(), new Samples());
        for (var run = 0; run < Runs; run++)
        {
            var seen = proxy.Seen;
            proxy.Script(ProxyFault.HoldUntil(never.Task));
            waitingForDig.Add(await StopAsync(host, "Get-SonraiCollector", () => proxy.Seen > seen));

            var asked = aws.Requests.Count;
            aws.Fail("ListRoots", WireFaults.Silence);
            waitingForAws.Add(await StopAsync(host, "Get-OrgAccount", () => aws.Requests.Count > asked));
        }

        never.SetResult();
        Console.WriteLine($"Ctrl+C while Dig does not answer, ms: {waitingForDig}");
        Console.WriteLine($"Ctrl+C while AWS does not answer, ms: {waitingForAws}");
        Console.WriteLine("wanted: under 100 ms");
    }

    private static async Task<double> StopAsync(Host host, string script, Func<bool> isWaiting)
    {
        using var shell = PowerShell.Create(host.Runspace).AddScript(script);
        var running = shell.InvokeAsync();
        if (!SpinWait.SpinUntil(isWaiting, TimeSpan.FromSeconds(30)))
        {
            throw new InvalidOperationException($"{script} never asked.");
        }

        var stopped = Stopwatch.GetTimestamp();
        await shell.StopAsync(null, null);
        try
        {
            await running;
        }
        catch (PipelineStoppedException)
        {
            // What a stopped pipeline ends with.
        }

        return Stopwatch.GetElapsedTime(stopped).TotalMilliseconds;
    }
}
