namespace SonraiControlTower.Engine;

/// <summary>Says what a file is, from what its reading found.</summary>
internal static class LogFileVerdict
{
    /// <param name="file">The file.</param>
    /// <param name="journal">What was taken from it.</param>
    /// <param name="text">How its text was.</param>
    /// <param name="size">How many bytes of text it has.</param>
    /// <param name="compressionFault">What is wrong with its compression; null for nothing.</param>
    public static LogFileReading Of(LogFile file, CallJournal journal, LogText text, long size, string? compressionFault)
    {
        var isRead = journal.Events > 0 || text.HasArray;
        if (compressionFault is not null)
        {
            return Damaged(file, size, compressionFault);
        }

        if (!text.HasText)
        {
            return new(LogFileEnd.Damaged, 0, 0, ActivityProblems.Empty(file.Name));
        }

        if (text.Fault is { } fault)
        {
            return isRead || text.BeginsAsJson ? Damaged(file, fault.Offset, fault.Why) : Foreign(file, "it is no JSON.");
        }

        if (!isRead && text.ForeignKey is { } key)
        {
            return Foreign(file, IsDigest(file) ? "it is a digest of CloudTrail, which lists files." : $"its first name is '{key}'.");
        }

        if (journal.Events > 0 && journal.Insights == journal.Events)
        {
            return Foreign(file, "it has CloudTrail Insights events, which are no calls.");
        }

        if (text.Incomplete is { Count: > 0 } incomplete)
        {
            return journal.Events == 0
                ? Foreign(file, "what is in it has no eventTime, eventSource or eventName.")
                : new(LogFileEnd.Damaged, 0, 0, ActivityProblems.Incomplete(file.Name, incomplete.Count, incomplete.FirstOffset));
        }

        return new(LogFileEnd.Whole, 0, 0);
    }

    private static bool IsDigest(LogFile file) => file.Name.Contains("_CloudTrail-Digest_", StringComparison.Ordinal);

    private static LogFileReading Damaged(LogFile file, long offset, string why) =>
        new(LogFileEnd.Damaged, 0, 0, ActivityProblems.Damaged(file.Name, offset, why));

    private static LogFileReading Foreign(LogFile file, string why) => new(LogFileEnd.Foreign, 0, 0, ActivityProblems.Foreign(file.Name, why));
}
