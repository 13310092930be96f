using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>A command that reads files of this machine: by path with wildcards, or by the exact paths that files on the pipeline have.</summary>
public abstract class PathCmdlet : AwsCmdlet
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private readonly List<string> _paths = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [PathTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    // By value, too: where only one set takes the pipeline by value, PowerShell settles for that set before it has seen an object.
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [PathTransformation(TakesFiles = true)]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The paths that came so far, as the file system knows them.</summary>
    private protected IReadOnlyList<string> Paths => _paths;

    /// <summary>The problem with a path at which there is nothing.</summary>
    private protected abstract Problem NotFound(string path);

    /// <summary>Takes in what one object of the pipeline brought; each path is asked for before it counts.</summary>
    private protected void TakePaths(string action)
    {
        foreach (var path in LiteralPath is null ? (Path ?? []).SelectMany(Resolve) : LiteralPath.Select(GetUnresolvedProviderPathFromPSPath))
        {
            if (ShouldProcess(path, action))
            {
                _paths.Add(path);
            }
        }
    }

    private IReadOnlyCollection<string> Resolve(string path)
    {
        try
        {
            var found = GetResolvedProviderPathFromPSPath(path, out _);
            if (found.Count == 0)
            {
                WriteProblem(NotFound(path), path);
            }

            return found;
        }
        catch (Exception exception) when (exception is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            WriteProblem(NotFound(path), path);
            return [];
        }
    }
}
