using System.Text;
using System.Text.Json;

namespace SonraiControlTower.Sandbox;

/// <summary>Writes the policies of the estate.</summary>
internal static class Grants
{
    /// <summary>A policy of statements that allow.</summary>
    public static PolicyDocument Document(params IEnumerable<Grant> grants)
    {
        var text = new StringBuilder("""{"Version":"2012-10-17","Statement":[""");
        foreach (var (position, grant) in grants.Index())
        {
            text.Append(position > 0 ? "," : "").Append("{\"Sid\":").Append(Quoted(grant.Sid))
                .Append(grant.IsDenied ? ",\"Effect\":\"Deny\",\"" : ",\"Effect\":\"Allow\",\"")
                .Append(grant.IsNotAction ? "NotAction" : "Action").Append("\":").Append(List(grant.Actions))
                .Append(",\"Resource\":").Append(List(grant.Resources));
            if (grant.Condition is not null)
            {
                text.Append(",\"Condition\":").Append(grant.Condition);
            }

            text.Append('}');
        }

        return new PolicyDocument(text.Append("]}").ToString());
    }

    public static InlinePolicy Inline(string name, params IEnumerable<Grant> grants) => new(name, Document(grants));

    public static NewPolicy Policy(string name, params IEnumerable<Grant> grants) => new() { Name = name, Document = Document(grants) };

    private static string List(string words) => words.Split(' ') is [var one]
        ? Quoted(one)
        : $"[{string.Join(',', words.Split(' ').Select(Quoted))}]";

    private static string Quoted(string word) => $"\"{JsonEncodedText.Encode(word)}\"";
}

/// <summary>A statement.</summary>
/// <param name="Sid">What it is for.</param>
/// <param name="Actions">The actions, with spaces between.</param>
/// <param name="Resources">The resources, with spaces between.</param>
internal sealed record Grant(string Sid, string Actions, string Resources = "*")
{
    public bool IsDenied { get; init; }

    public bool IsNotAction { get; init; }

    /// <summary>The Condition, as JSON; null for none.</summary>
    public string? Condition { get; init; }
}
