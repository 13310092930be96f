namespace SonraiControlTower.Engine;

/// <summary>The words for how much a finding matters; docs/evaluation.md has the scale.</summary>
internal static class SeverityScale
{
    private const int Critical = 85;
    private const int High = 65;
    private const int Medium = 40;
    private const int Low = 15;

    /// <summary>A word of <see cref="TicketSeverity"/>.</summary>
    public static string Word(int numeric) => numeric switch
    {
        >= Critical => TicketSeverity.Critical,
        >= High => TicketSeverity.High,
        >= Medium => TicketSeverity.Medium,
        >= Low => TicketSeverity.Low,
        _ => TicketSeverity.Informational,
    };
}
