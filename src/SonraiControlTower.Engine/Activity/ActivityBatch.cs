namespace SonraiControlTower.Engine;

/// <summary>Files that were read since the last time something was written, and what is in them.</summary>
internal sealed class ActivityBatch
{
    public List<CountedFile> Files { get; } = [];

    public List<DamagedFile> Damaged { get; } = [];

    /// <summary>The sums of the whole files.</summary>
    public ActivityCounts Counts { get; } = new();

    public bool IsEmpty => Files.Count + Damaged.Count == 0;
}

/// <summary>A file that was counted.</summary>
/// <param name="Digest">The digest of its stored bytes.</param>
/// <param name="Name">Its name, by <see cref="LogFileName.KeyOf"/>.</param>
/// <param name="Length">Its stored bytes.</param>
internal sealed record CountedFile(UInt128 Digest, string Name, long Length);

/// <summary>What could be read of a file that is damaged. It is kept apart, so that the whole file can take its place.</summary>
internal sealed record DamagedFile(UInt128 Digest, string Name, ActivityCounts Counts);
