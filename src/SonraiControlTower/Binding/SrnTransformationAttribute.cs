using System.Collections;
using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>Lets a parameter that names something of Dig's take its name, its SRN, or the object itself, which then stands for its SRN.</summary>
/// <param name="type">The type of the object.</param>
/// <param name="noun">What it is called, such as <c>swimlane</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SrnTransformationAttribute(Type type, string noun) : ArgumentTransformationAttribute
{
    public Type Type => type;

    public string Noun => noun;

    /// <summary>Whether several may be given.</summary>
    public bool AllowsSeveral { get; init; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Plain(inputData) switch
    {
        IList several when AllowsSeveral => several.Cast<object?>().Select(one => Srn(Plain(one))).ToArray(),
        IList { Count: 1 } one => Srn(Plain(one[0])),
        IList several => throw new ArgumentTransformationMetadataException(
            $"One {noun} is needed, and {several.Count} were given. Name one, or filter with Get-{type.Name}."),
        var one => AllowsSeveral ? new[] { Srn(one) } : Srn(one),
    };

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private string Srn(object? value) => value switch
    {
        string text => text,
        SonraiCollector collector when type == typeof(SonraiCollector) => collector.Srn,
        SonraiSwimlane swimlane when type == typeof(SonraiSwimlane) => swimlane.Srn,
        SonraiControlFramework framework when type == typeof(SonraiControlFramework) => framework.Srn,
        _ => throw new ArgumentTransformationMetadataException($"Give a {noun}'s name or SRN, or an object of Get-{type.Name}."),
    };
}
