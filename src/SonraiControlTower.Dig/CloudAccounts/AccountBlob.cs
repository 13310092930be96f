using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>What Dig keeps of a cloud account: a blob of JSON, opaque to its schema. The only place that knows its keys.</summary>
internal static class AccountBlob
{
    private const string Aws = "aws";
    private const int AccountDigits = 12;

    /// <summary>The value that registers an account.</summary>
    public static JsonObject Creator(SonraiCollector collector, RegistrationRequest request)
    {
        var blob = new JsonObject
        {
            ["accountNumber"] = request.AccountId.ToString(),
            ["roleArn"] = request.RoleArn,
        };
        if (request.BotRoleArn is not null)
        {
            blob["botRoleArn"] = request.BotRoleArn;
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

    /// <summary>The account that a tenant lists; null for one of another cloud, and for one whose blob names no AWS account.</summary>
    public static SonraiAccount? Read(WireCloudAccount wire, SonraiCollector collector)
    {
        var blob = Object(wire.Blob);
        var isAws = wire.CloudType is null || wire.CloudType.Equals(Aws, StringComparison.OrdinalIgnoreCase);
        return isAws && AccountId.TryParse(AccountNumber(blob), out var id)
            ? new SonraiAccount
            {
                AccountId = id.ToString(),
                Collector = collector.Name,
                Srn = wire.Srn ?? "",
                RoleArn = Text(blob, "roleArn"),
                BotRoleArn = Text(blob, "botRoleArn"),
                RegisteredBy = Text(blob, "registeredBy"),
            }
            : null;
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
    private static string? AccountNumber(JsonElement? blob) =>
        blob?.TryGetProperty("accountNumber", out var number) == true && number.ValueKind == JsonValueKind.Number
            ? number.GetRawText().PadLeft(AccountDigits, '0')
            : Text(blob, "accountNumber");

    private static string? Text(JsonElement? blob, string key) =>
        blob?.TryGetProperty(key, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
