namespace SonraiControlTower.Engine;

/// <summary>How the reading of a file ended.</summary>
internal enum LogFileEnd
{
    /// <summary>It is whole, and its calls are in the journal.</summary>
    Whole,

    /// <summary>It was counted before.</summary>
    Seen,

    /// <summary>Not all of it could be read; what could be is in the journal.</summary>
    Damaged,

    /// <summary>It holds no records.</summary>
    Foreign,

    /// <summary>It could not be opened.</summary>
    Unreadable,
}

/// <summary>What came of a file.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Digest">The digest of its stored bytes; 0 where they were not read.</param>
/// <param name="Length">How many bytes are stored.</param>
/// <param name="Problem">What is wrong; null for nothing.</param>
internal sealed record LogFileReading(LogFileEnd End, UInt128 Digest, long Length, Problem? Problem = null);
