using System.Collections;
using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>Lets a collector parameter take a name, an SRN, or a collector as Get-SonraiCollector gives it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CollectorTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            SonraiCollector collector => collector.Srn,
            string name => name,
            IList { Count: 1 } one => Transform(engineIntrinsics, one[0]),
            IList several => throw new ArgumentTransformationMetadataException(
                $"One collector is needed, and {several.Count} were given. Name one, or filter with Get-SonraiCollector -Name."),
            _ => throw new ArgumentTransformationMetadataException("Give a collector's name or SRN, or an object of Get-SonraiCollector."),
        };
}
