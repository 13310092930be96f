using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>JSON without a schema as values that need no JSON library to be read.</summary>
internal static class PlainJson
{
    public static IReadOnlyDictionary<string, object?> Members(JsonElement value)
    {
        // INVARIANT: the order of the members is kept; a member that comes twice counts as it came last.
        var members = new OrderedDictionary<string, object?>();
        foreach (var member in value.EnumerateObject())
        {
            members[member.Name] = Value(member.Value);
        }

        return members;
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Members(value),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
