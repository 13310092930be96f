namespace SonraiControlTower;

/// <summary>What can be wrong with the file in which the local engine remembers.</summary>
public static class StoreProblems
{
    /// <summary>The folder or the file cannot be made, opened or written.</summary>
    public static Problem Unavailable(string path, string why) => new(
        "StoreUnavailable",
        $"The store '{path}' cannot be opened or written: {why}",
        "Give a folder that you may write to, on a disk with room.",
        ProblemKind.NotAllowed)
    { Target = path };

    /// <summary>The file is damaged, or no store of this module.</summary>
    public static Problem Corrupt(string path, string why) => new(
        "StoreCorrupt",
        $"'{path}' is damaged, or no store of this module: {why}",
        "It was left as it is. Put it back from a backup, or move it away and import again.",
        ProblemKind.InvalidInput)
    { Target = path };

    /// <summary>A later version of the module wrote the file.</summary>
    public static Problem TooNew(string path, long theirs, long ours) => new(
        "StoreTooNew",
        $"The store '{path}' has version {theirs}; this module knows versions up to {ours}.",
        "Update the module, or give another folder.",
        ProblemKind.Conflict)
    { Target = path };

    /// <summary>Another session writes to it, and does not stop.</summary>
    public static Problem Busy(string path) => new(
        "StoreBusy",
        $"Another session is writing to the store '{path}'.",
        "Wait until it is done and try again, or give another folder.",
        ProblemKind.Conflict)
    { Target = path };
}
