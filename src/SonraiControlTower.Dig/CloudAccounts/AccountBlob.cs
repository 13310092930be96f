using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>What Dig keeps of a cloud account: a blob of JSON, opaque to its schema. The only place that knows its keys.</summary>
internal static class AccountBlob
{
    private const string Aws = "aws";
    private const string Role = "roleArn";
    private const string BotRole = "botRoleArn";
    private const int AccountDigits = 12;

    /// <summary>The value that registers an account.</summary>
    public static JsonObject Creator(SonraiCollector collector, RegistrationRequest request)
    {
        var blob = new JsonObject
        {
            ["accountNumber"] = request.AccountId.ToString(),
            [Role] = request.RoleArn,
        };
        if (request.BotRoleArn is not null)
        {
            blob[BotRole] = request.BotRoleArn;
        }

        blob["runDateTime"] = request.RunAt.ToUnixTimeMilliseconds();

        // A key of our own in the opaque blob: it tells our registrations from those made elsewhere.
        blob["registeredBy"] = RegistrationRequest.RegisteredBy;
        return new JsonObject
        {
            ["containedByAccount"] = new JsonObject { ["add"] = new JsonArray(collector.Srn) },
            ["cloudType"] = Aws,
            ["blob"] = blob,
        };
    }

    /// <summary>The value that changes a registration: all that is kept with it, but for the roles that shall be others.</summary>
    public static JsonObject Updater(JsonElement blob, AccountUpdate update)
    {
        // Copied text by text, so that a number keeps every digit of it, whatever it means.
        var changed = new JsonObject();
        foreach (var entry in blob.EnumerateObject())
        {
            changed[entry.Name] = JsonNode.Parse(entry.Value.GetRawText());
        }

        if (update.RoleArn is not null)
        {
            changed[Role] = update.RoleArn;
        }

        if (update.BotRoleArn is not null)
        {
            changed[BotRole] = update.BotRoleArn;
        }

        if (update.RemovesBotRole)
        {
            changed.Remove(BotRole);
        }

        return new JsonObject { ["blob"] = changed };
    }

    /// <summary>
    /// The keys, beside those of the roles, that a blob had and has no more. Their values may be others: a tenant notes there for itself what it
    /// did last.
    /// </summary>
    public static IReadOnlyList<string> Lost(JsonElement before, JsonElement now) =>
        [.. before.EnumerateObject().Select(entry => entry.Name).Where(key => key is not (Role or BotRole) && !now.TryGetProperty(key, out _))];

    /// <summary>The account that a tenant lists; null for one of another cloud, and for one whose blob names no AWS account.</summary>
    public static FoundAccount? Read(WireCloudAccount wire, SonraiCollector collector)
    {
        var isAws = wire.CloudType is null || wire.CloudType.Equals(Aws, StringComparison.OrdinalIgnoreCase);
        if (!isAws || Object(wire.Blob) is not { } blob || !AccountId.TryParse(AccountNumber(blob), out var id))
        {
            return null;
        }

        var account = new SonraiAccount
        {
            AccountId = id.ToString(),
            Collector = collector.Name,
            Srn = wire.Srn ?? "",
            RoleArn = Text(blob, Role),
            BotRoleArn = Text(blob, BotRole),
            RegisteredBy = Text(blob, "registeredBy"),
        };
        return new FoundAccount(account, blob);
    }

    /// <summary>Tenants hand a blob back as an object, or as text that holds one.</summary>
    private static JsonElement? Object(JsonElement? blob)
    {
        try
        {
            var value = blob is { ValueKind: JsonValueKind.String } text ? JsonElement.Parse(text.GetString()!) : blob;
            return value is { ValueKind: JsonValueKind.Object } ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A number where digits were meant has lost its leading zeros.</summary>
    private static string? AccountNumber(JsonElement blob) =>
        blob.TryGetProperty("accountNumber", out var number) && number.ValueKind == JsonValueKind.Number
            ? number.GetRawText().PadLeft(AccountDigits, '0')
            : Text(blob, "accountNumber");

    private static string? Text(JsonElement blob, string key) =>
        blob.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
