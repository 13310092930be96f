using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>A statement as it goes into a document.</summary>
/// <param name="Source">The statement of the original that it comes from; its effect, its conditions and its kind of lists are this one's.</param>
/// <param name="Sid">Its Sid; null for none.</param>
/// <param name="Actions">Its actions, or those of NotAction.</param>
/// <param name="Resources">Its resources, or those of NotResource; null for none at all.</param>
internal sealed record WrittenStatement(Statement Source, string? Sid, IReadOnlyList<string> Actions, IReadOnlyList<string>? Resources)
{
    private static readonly JavaScriptEncoder _plain = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>A statement as it is.</summary>
    public static WrittenStatement Of(Statement statement) => new(statement, statement.Sid, statement.Actions, statement.Resources);

    /// <summary>It as JSON without white space.</summary>
    public override string ToString() => Write(new StringBuilder()).ToString();

    /// <summary>How long an action is in a list, its comma included.</summary>
    public static int LengthOf(string text) => Encode(text).Length + 3;

    private StringBuilder Write(StringBuilder json)
    {
        json.Append('{');
        if (Sid is not null)
        {
            json.Append("\"Sid\":");
            Text(json, Sid).Append(',');
        }

        json.Append(Source.IsAllow ? "\"Effect\":\"Allow\"" : "\"Effect\":\"Deny\"");
        List(json.Append(Source.IsNotAction && ReferenceEquals(Actions, Source.Actions) ? ",\"NotAction\":" : ",\"Action\":"), Actions);
        if (Resources is not null)
        {
            List(json.Append(Source.IsNotResource ? ",\"NotResource\":" : ",\"Resource\":"), Resources);
        }

        return Conditions(json).Append('}');
    }

    private StringBuilder Conditions(StringBuilder json)
    {
        if (Source.Conditions.Count == 0)
        {
            return json;
        }

        json.Append(",\"Condition\":{");
        var first = true;
        foreach (var group in Source.Conditions.GroupBy(condition => condition.Operator, StringComparer.Ordinal))
        {
            Text(first ? json : json.Append(','), group.Key).Append(":{");
            first = false;
            var firstKey = true;
            foreach (var condition in group)
            {
                Text(firstKey ? json : json.Append(','), condition.Key).Append(':');
                firstKey = false;
                List(json, condition.Values);
            }

            json.Append('}');
        }

        return json.Append('}');
    }

    /// <summary>One value stands alone, as people write it.</summary>
    private static void List(StringBuilder json, IReadOnlyList<string> texts)
    {
        if (texts is [var only])
        {
            Text(json, only);
            return;
        }

        json.Append('[');
        for (var i = 0; i < texts.Count; i++)
        {
            Text(i == 0 ? json : json.Append(','), texts[i]);
        }

        json.Append(']');
    }

    private static StringBuilder Text(StringBuilder json, string text) => json.Append('"').Append(Encode(text)).Append('"');

    private static ReadOnlySpan<char> Encode(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.AsSpan().ContainsAny('"', '\\') ? JsonEncodedText.Encode(text, _plain).Value : text;
}
