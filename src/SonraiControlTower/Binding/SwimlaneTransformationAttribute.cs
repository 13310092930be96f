using System.Collections;
using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>Lets a swimlane parameter take a title, an SRN, or a swimlane as Get-SonraiSwimlane gives it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SwimlaneTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            SonraiSwimlane swimlane => swimlane.Srn,
            string title => title,
            IList { Count: 1 } one => Transform(engineIntrinsics, one[0]),
            IList several => throw new ArgumentTransformationMetadataException(
                $"One swimlane is needed, and {several.Count} were given. Name one, or filter with Get-SonraiSwimlane -Title."),
            _ => throw new ArgumentTransformationMetadataException("Give a swimlane's title or SRN, or an object of Get-SonraiSwimlane."),
        };
}
