using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower;

/// <summary>
/// Finds the statement of a policy that each statement of another comes from: by its Sid, where that tells, else by what it says. Each statement of
/// either stands once in the result.
/// </summary>
internal static partial class StatementAlignment
{
    // A name that stands twice would be read one way here and another way at AWS.
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="SonraiException"><c>PolicyMalformed</c>.</exception>
    public static IReadOnlyList<StatementComparison> Align(string name, string? original, string? leastPrivilege)
    {
        var (left, right) = (Statements(name, original), Statements(name, leastPrivilege));
        var sources = Sources(right, left);
        return
        [
            .. left.Select((statement, index) => Compare(statement, [.. right.Where((_, at) => sources[at] == index)])),
            .. right.Where((_, at) => sources[at] < 0).Select(statement => new StatementComparison(StatementChange.Added, null, [statement.ToJsonString(PolicyJson.Plain)])),
        ];
    }

    private static StatementComparison Compare(JsonObject left, IReadOnlyList<JsonObject> rights) => new(
        rights switch
        {
            [] => StatementChange.Removed,
            [var only] when SameButForSid(left, only) => StatementChange.Unchanged,
            _ => StatementChange.Narrowed,
        },
        left.ToJsonString(PolicyJson.Plain),
        [.. rights.Select(statement => statement.ToJsonString(PolicyJson.Plain))]);

    /// <summary>
    /// Where each statement comes from, -1 for nowhere. What stays as it is is found first, each original once: a wide statement would else seem to be the
    /// origin of a narrower one that was there beside it all along.
    /// </summary>
    private static int[] Sources(List<JsonObject> statements, List<JsonObject> originals)
    {
        var sources = Enumerable.Repeat(-1, statements.Count).ToArray();
        var isTaken = new bool[originals.Count];
        foreach (var isSame in (Func<JsonObject, JsonObject, bool>[])[JsonNode.DeepEquals, SameButForSid])
        {
            for (var at = 0; at < statements.Count; at++)
            {
                var index = sources[at] >= 0 ? -1 : Enumerable.Range(0, originals.Count).FirstOrDefault(one => !isTaken[one] && isSame(statements[at], originals[one]), -1);
                if (index >= 0)
                {
                    (sources[at], isTaken[index]) = (index, true);
                }
            }
        }

        return [.. sources.Select((source, at) => source >= 0 ? source : Source(statements[at], originals))];
    }

    private static int Source(JsonObject statement, List<JsonObject> originals)
    {
        var sid = Text(statement["Sid"]);
        var best = -1;
        var most = 0.0;
        for (var index = 0; index < originals.Count; index++)
        {
            var likeness = Text(statement["Effect"]) != Text(originals[index]["Effect"]) ? 0
                : sid is not null && IsOf(sid, originals[index], index) ? 2 + Likeness(statement, originals[index])
                : Likeness(statement, originals[index]);
            if (likeness > most)
            {
                (best, most) = (index, likeness);
            }
        }

        return best;
    }

    /// <summary>
    /// Whether a Sid says where its statement comes from: it is the original's own, or one that the local engine made of it, such as
    /// <c>UsedOfReadQueue</c> or <c>KeptOfStatement2</c>.
    /// </summary>
    private static bool IsOf(string sid, JsonObject original, int index)
    {
        var own = Text(original["Sid"]);
        var stem = own is { Length: > 0 } ? string.Concat(own.Where(char.IsAsciiLetterOrDigit)) : FormattableString.Invariant($"Statement{index + 1}");
        return sid == own || (Made().Match(sid) is { Success: true } made && made.Groups[1].Value == stem);
    }

    /// <summary>From 0 to 1: how much of the actions, and then of the resources, the original covers.</summary>
    private static double Likeness(JsonObject statement, JsonObject original)
    {
        var actions = Share(statement, original, "Action", "NotAction");
        return actions == 0 ? 0 : (actions * 0.75) + (Share(statement, original, "Resource", "NotResource") * 0.25);
    }

    private static double Share(JsonObject statement, JsonObject original, string member, string opposite)
    {
        var (wanted, given) = (Texts(statement[member]), Texts(original[member]));
        if (wanted.Count > 0 && given.Count > 0)
        {
            return wanted.Count(one => given.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, one, ignoreCase: true))) / (double)wanted.Count;
        }

        return JsonNode.DeepEquals(statement[opposite], original[opposite]) && JsonNode.DeepEquals(statement[member], original[member]) ? 1
            : wanted.Count > 0 && original[opposite] is not null ? 0.5
            : 0;
    }

    private static bool SameButForSid(JsonObject left, JsonObject right)
    {
        var (one, other) = (left.DeepClone().AsObject(), right.DeepClone().AsObject());
        one.Remove("Sid");
        other.Remove("Sid");
        return JsonNode.DeepEquals(one, other);
    }

    private static List<JsonObject> Statements(string name, string? document)
    {
        if (document is null)
        {
            return [];
        }

        try
        {
            return (JsonNode.Parse(document, documentOptions: _strict) as JsonObject)?["Statement"] switch
            {
                JsonArray several when several.All(one => one is JsonObject) => [.. several.OfType<JsonObject>()],
                JsonObject one => [one],
                null => throw new SonraiException(IdentityProblems.PolicyMalformed(name, "it has no Statement.")),
                _ => throw new SonraiException(IdentityProblems.PolicyMalformed(name, "its Statement is not a list of statements.")),
            };
        }
        catch (JsonException wrong)
        {
            throw new SonraiException(IdentityProblems.PolicyMalformed(name, wrong.Message));
        }
    }

    internal static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        JsonArray several => [.. several.Select(Text).OfType<string>()],
        _ => Text(node) is { } one ? [one] : [],
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    [GeneratedRegex(@"\A(?:Used|Kept|Unseen)Of(.+?)(?:No\d+)?(?:Part\d+)?\z")]
    private static partial Regex Made();
}
