using System.Text.Json;

namespace SonraiControlTower;

/// <summary>Reads of a role's trust policy whether it lets the collector in, and only with its external id.</summary>
public static class TrustPolicy
{
    /// <summary>What is otherwise than it shall be, in words that show no external id; null where it is right.</summary>
    /// <param name="document">The trust policy.</param>
    /// <param name="collector">The account to be trusted.</param>
    /// <param name="externalId">The external id to be asked for; null where any will do.</param>
    public static string? MismatchOf(PolicyDocument document, AccountId collector, ExternalId? externalId)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var json = Parse(document);
        if (json is null)
        {
            return "its trust policy cannot be read";
        }

        var trusting = Many(Member(json.RootElement, "Statement")).Where(one => Text(Member(one, "Effect")) == "Allow").ToList();
        var meant = trusting.FindAll(one => Principals(one).Any(principal => IsOf(principal, collector)));
        if (meant.Count == 0)
        {
            var trusted = trusting.SelectMany(Principals).Distinct().ToList();
            return trusted.Count == 0 ? "it trusts nobody" : $"it trusts {string.Join(", ", trusted)}, not account {collector}";
        }

        var asked = meant.ConvertAll(one => ExternalIds(one).ToList());
        return asked.Exists(ids => ids.Count == 0) ? "it asks for no external id"
            : externalId is null || asked.Exists(ids => ids.Contains(externalId.Reveal())) ? null
            : "it asks for another external id";
    }

    /// <summary>The external id that it asks the collector for; null where it asks for none, or for several.</summary>
    internal static ExternalId? ExternalIdOf(PolicyDocument document, AccountId collector)
    {
        using var json = Parse(document);
        return json is null
            ? null
            : Many(Member(json.RootElement, "Statement"))
                .Where(one => Text(Member(one, "Effect")) == "Allow" && Principals(one).Any(principal => IsOf(principal, collector)))
                .SelectMany(ExternalIds).Distinct().ToList() is [var only] ? ExternalId.Parse(only) : null;
    }

    private static JsonDocument? Parse(PolicyDocument document)
    {
        try
        {
            return JsonDocument.Parse(document.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Principals(JsonElement statement) => Member(statement, "Principal") switch
    {
        { ValueKind: JsonValueKind.String } all => [all.GetString()!],
        { ValueKind: JsonValueKind.Object } kinds => kinds.EnumerateObject().SelectMany(kind => Many(kind.Value)).Select(one => Text(one)).OfType<string>(),
        _ => [],
    };

    /// <summary>The root of an account stands for it, as its bare id does; a role or user there is of it, too.</summary>
    private static bool IsOf(string principal, AccountId account) =>
        principal == "*" || principal == account.ToString() || (principal.Split(':') is ["arn", _, "iam" or "sts", _, var owner, ..] && owner == account.ToString());

    private static IEnumerable<string> ExternalIds(JsonElement statement) =>
        Member(statement, "Condition") is { ValueKind: JsonValueKind.Object } condition
            ? condition.EnumerateObject()
                .Where(one => one.Name.StartsWith("StringEquals", StringComparison.OrdinalIgnoreCase) && one.Value.ValueKind == JsonValueKind.Object)
                .SelectMany(one => one.Value.EnumerateObject())
                .Where(key => key.Name.Equals("sts:ExternalId", StringComparison.OrdinalIgnoreCase))
                .SelectMany(key => Many(key.Value)).Select(one => Text(one)).OfType<string>()
            : [];

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static IEnumerable<JsonElement> Many(JsonElement? element) => element switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray(),
        { } one => [one],
    };

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
