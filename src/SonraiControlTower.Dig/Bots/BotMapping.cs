using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>From a bot on the wire to the bot of the house.</summary>
internal static class BotMapping
{
    /// <summary>The bot; null where the tenant did not say which one it is.</summary>
    public static SonraiBot? ToBot(this WireBot wire) => wire.Srn is not { } srn
        ? null
        : new SonraiBot
        {
            Title = wire.Title ?? srn,
            Srn = srn,
            Description = wire.Description,
            Cloud = wire.Cloud,
            Operation = wire.Operation,
            RemediationType = wire.RemediationType,
            RequiredPermissions = Permissions(wire.RequiredPermissions),
            Version = WireScalar.Text(wire.Version),
        };

    /// <summary>A bot's manifest has them as text, one on a line; a schema may as well have them as a list.</summary>
    private static string[] Permissions(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } => Words(value.Value.GetString()!),
        { ValueKind: JsonValueKind.Array } => [.. value.Value.EnumerateArray().SelectMany(item => Words(WireScalar.Text(item) ?? ""))],
        _ => [],
    };

    private static string[] Words(string text) =>
        text.Split([' ', ',', '\r', '\n', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
