namespace SonraiControlTower.Dig;

/// <summary>What the comments at the head of a document say: where its operation is known from, and which commands use it.</summary>
internal sealed record DocumentHeading(string Standing, IReadOnlyList<string> UsedBy)
{
    private const string UsedByMark = "# used by ";
    private const string InferredMark = "# [I] inferred: ";

    /// <summary>The member of the schema that is inferred, such as <c>ControlFramework.swimlanes</c>; null where nothing is.</summary>
    public (string Type, string Field)? Inferred { get; init; }

    /// <summary>
    /// The heading of a built-in document: <c># [V] …</c> or <c># [I] inferred: …</c>, then <c># used by A, B</c>. Whatever has no mark of a public
    /// source counts as inferred.
    /// </summary>
    public static DocumentHeading Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var usedBy = lines.FirstOrDefault(line => line.StartsWith(UsedByMark, StringComparison.Ordinal)) ?? UsedByMark;
        return new DocumentHeading(
            lines[0].StartsWith("# [V] ", StringComparison.Ordinal) ? OperationStanding.PublicFact : OperationStanding.Inferred,
            usedBy[UsedByMark.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Inferred = lines[0].StartsWith(InferredMark, StringComparison.Ordinal)
                && lines[0][InferredMark.Length..].Split(',')[0].Trim().Split('.') is [var type, var field] ? (type, field) : null,
        };
    }
}
