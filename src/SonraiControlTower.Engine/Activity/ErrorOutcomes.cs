using System.Collections.Concurrent;
using System.IO.Enumeration;

namespace SonraiControlTower.Engine;

/// <summary>
/// What an error code says about permission, by the table <c>ErrorOutcomes.txt</c>: its first line that fits decides. Codes that no line names say
/// nothing.
/// </summary>
internal sealed class ErrorOutcomes
{
    private static readonly Lazy<ErrorOutcomes> _embedded = new(Read);
    private readonly ConcurrentDictionary<(string Source, string Code), CallOutcome> _known = new();
    private readonly Row[] _rows;

    private ErrorOutcomes(Row[] rows) => _rows = rows;

    public static ErrorOutcomes Embedded => _embedded.Value;

    /// <param name="eventSource">The service, such as <c>s3.amazonaws.com</c>.</param>
    /// <param name="errorCode">Empty for none.</param>
    public CallOutcome Of(string eventSource, string errorCode) =>
        errorCode.Length == 0 ? CallOutcome.Allowed : _known.GetOrAdd((eventSource, errorCode), static (call, rows) => Find(rows, call), _rows);

    private static CallOutcome Find(Row[] rows, (string Source, string Code) call)
    {
        foreach (var row in rows)
        {
            if ((row.Source == "*" || row.Source.Equals(call.Source, StringComparison.OrdinalIgnoreCase))
                && FileSystemName.MatchesSimpleExpression(row.Code, call.Code, ignoreCase: true))
            {
                return row.Outcome;
            }
        }

        return CallOutcome.Undecided;
    }

    private static ErrorOutcomes Read()
    {
        using var stream = typeof(ErrorOutcomes).Assembly.GetManifestResourceStream("ErrorOutcomes.txt")!;
        using var reader = new StreamReader(stream);
        var rows = new List<Row>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                rows.Add(new Row(words[1], words[2], Enum.Parse<CallOutcome>(words[0])));
            }
        }

        return new ErrorOutcomes([.. rows]);
    }

    private sealed record Row(string Source, string Code, CallOutcome Outcome);
}
