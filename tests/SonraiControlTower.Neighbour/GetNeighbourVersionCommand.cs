using System.Management.Automation;
using System.Reflection;
using Amazon.Runtime;
using Microsoft.Data.Sqlite;
using Polly;

namespace SonraiControlTower.Neighbour;

/// <summary>Uses the neighbour's packages, then tells which versions it got.</summary>
[Cmdlet(VerbsCommon.Get, "NeighbourVersion")]
public sealed class GetNeighbourVersionCommand : PSCmdlet
{
    protected override void EndProcessing()
    {
        var keys = new BasicAWSCredentials("neighbour", "secret").GetCredentials();
        var pipeline = new ResiliencePipelineBuilder().Build();
        using var command = new SqliteCommand("select 1");
        Write(keys);
        Write(pipeline);
        Write(command);
    }

    private void Write(object used)
    {
        var assembly = used.GetType().Assembly;
        WriteObject($"{assembly.GetName().Name} {new Version(assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version).ToString(3)}");
    }
}
