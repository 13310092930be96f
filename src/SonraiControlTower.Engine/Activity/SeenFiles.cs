namespace SonraiControlTower.Engine;

/// <summary>Which files were counted, in the store or in this import. Several threads may ask.</summary>
internal sealed class SeenFiles(HashSet<UInt128> digests, HashSet<(string Name, long Length)> names)
{
    private readonly Lock _gate = new();

    /// <summary>
    /// Whether a file need not even be fetched: its name is CloudTrail's and was counted. A file of this machine is looked into all the same; that costs
    /// little.
    /// </summary>
    public bool IsKnown(LogFile file, string key)
    {
        lock (_gate)
        {
            return file.Path is null && names.Contains((key, file.Length));
        }
    }

    /// <summary>True for the first one that asks.</summary>
    public bool IsNew(UInt128 digest)
    {
        lock (_gate)
        {
            return digests.Add(digest);
        }
    }

    /// <summary>It was not counted after all.</summary>
    public void Forget(UInt128 digest)
    {
        lock (_gate)
        {
            digests.Remove(digest);
        }
    }
}
