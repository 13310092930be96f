using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>
/// Takes text for a path, and where files are taken their full names, and nothing else. PowerShell would make text of any object of the pipeline before it
/// looks at the properties that other parameters take: a row of a list of accounts would become the path <c>@{AccountId=…}</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PathTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether files and folders may be given as objects.</summary>
    public bool TakesFiles { get; init; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Plain(inputData) switch
    {
        object[] several => Array.ConvertAll(several, Text),
        null or IEnumerable<string> => inputData,
        var one => Text(one),
    };

    private string Text(object? given) => Plain(given) switch
    {
        string text => text,
        FileSystemInfo file when TakesFiles => file.FullName,

        // The binder goes on to other parameters where the cause is a cast that cannot be; any other cause ends the pipeline.
        _ => throw new ArgumentTransformationMetadataException("A path is text.", new PSInvalidCastException("A path is text.")),
    };

    private static object? Plain(object? given) => given is PSObject wrapped ? wrapped.BaseObject : given;
}
