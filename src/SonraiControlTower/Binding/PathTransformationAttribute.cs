using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>
/// Takes text and nothing else for a path. PowerShell would make text of any object of the pipeline before it looks at the properties that other parameters
/// take: a row of a list of accounts would become the path <c>@{AccountId=…}</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PathTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => IsText(inputData)
        ? inputData
        // The binder goes on to other parameters where the cause is a cast that cannot be; any other cause ends the pipeline.
        : throw new ArgumentTransformationMetadataException("A path is text.", new PSInvalidCastException("A path is text."));

    private static bool IsText(object? given) => (given is PSObject wrapped ? wrapped.BaseObject : given) switch
    {
        string => true,
        object[] several => Array.TrueForAll(several, IsText),
        IEnumerable<string> => true,
        null => true,
        _ => false,
    };
}
