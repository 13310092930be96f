using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower;

/// <summary>
/// Puts statements into a policy that is there, and takes them out again, by their Sid. Every other statement stays as it is
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">Sid</see>).
/// </summary>
public static class PolicyEdit
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The policy with these statements; one with the same Sid is put in the place of the one that is there.</summary>
    /// <exception cref="SonraiException"><c>MalformedPolicy</c> for a document that is no policy.</exception>
    public static PolicyDocument With(PolicyDocument? policy, IReadOnlyList<JsonObject> statements)
    {
        var (root, all) = Read(policy);
        foreach (var statement in statements)
        {
            var sid = Sid(statement);
            var at = all.ToList().FindIndex(one => Sid(one) == sid);
            if (at < 0)
            {
                all.Add(statement.DeepClone());
            }
            else
            {
                all[at] = statement.DeepClone();
            }
        }

        return new PolicyDocument(root.ToJsonString(_plain));
    }

    /// <summary>The policy without the statements of these Sids; null if none is left.</summary>
    public static PolicyDocument? Without(PolicyDocument policy, IReadOnlyCollection<string> sids)
    {
        var (root, all) = Read(policy);
        foreach (var gone in all.Where(one => Sid(one) is { } sid && sids.Contains(sid)).ToList())
        {
            all.Remove(gone);
        }

        return all.Count == 0 ? null : new PolicyDocument(root.ToJsonString(_plain));
    }

    /// <summary>True if the policy has exactly these statements.</summary>
    public static bool Has(PolicyDocument? policy, IReadOnlyList<JsonObject> statements) =>
        policy is not null && Read(policy).Statements is { } all
        && statements.All(wanted => all.Any(one => Sid(one) == Sid(wanted) && JsonNode.DeepEquals(one, wanted)));

    private static (JsonObject Root, JsonArray Statements) Read(PolicyDocument? policy)
    {
        if (policy is null)
        {
            var empty = new JsonArray();
            return (new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = empty }, empty);
        }

        try
        {
            var root = JsonNode.Parse(policy.Json)!.AsObject();
            switch (root["Statement"])
            {
                case JsonArray several:
                    return (root, several);
                case JsonObject one:
                    // A single statement may stand alone; it stays the first.
                    root["Statement"] = null;
                    var list = new JsonArray(one);
                    root["Statement"] = list;
                    return (root, list);
                default:
                    throw new JsonException("it has no statements.");
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new SonraiException(IamProblems.MalformedPolicy("PutPolicy", "the policy that is there is no policy, so nothing was merged into it."), unreadable);
        }
    }

    private static string? Sid(JsonNode? statement) => statement is JsonObject one && one["Sid"] is JsonValue sid ? sid.ToString() : null;
}
