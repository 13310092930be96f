namespace SonraiControlTower;

/// <summary>Which of the denials of a rehearsal count: recommendations go by a period, and what is older is gone with their blessing.</summary>
internal static class RehearsalReading
{
    private static readonly TimeSpan _period = new RecommendationQuery().Period;

    public static IReadOnlyList<RehearsedDenial> Counting(Rehearsal rehearsal) => [.. rehearsal.Denied.Where(denial => Counts(denial, rehearsal))];

    /// <summary>What was last used before the period.</summary>
    public static IReadOnlyList<RehearsedDenial> Old(Rehearsal rehearsal) => [.. rehearsal.Denied.Where(denial => !Counts(denial, rehearsal))];

    private static bool Counts(RehearsedDenial denial, Rehearsal rehearsal) =>
        denial.LastUsedAt is not { } last || rehearsal.LogsTo is not { } end || last >= end - _period;
}
