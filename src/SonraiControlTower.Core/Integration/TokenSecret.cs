using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower;

/// <summary>
/// The secret that keeps the API token, as Sonrai's own integration has it: a JSON object with <c>sonrai_token</c>. Other keys are other people's.
/// </summary>
public static class TokenSecret
{
    /// <summary>Where the token is.</summary>
    public const string TokenKey = "sonrai_token";

    /// <summary>When the token ends as Dig granted it, ISO 8601.</summary>
    public const string ExpiryKey = "sonrai_token_expires_at";

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The token of a secret; null where it keeps none. A secret that is nothing but a token is taken for one.</summary>
    public static ApiToken? Read(SecretText? text)
    {
        if (text?.Reveal().Trim() is not { Length: > 0 } content)
        {
            return null;
        }

        return !content.StartsWith('{') ? new ApiToken(content)
            : Object(text)?[TokenKey] is JsonValue token && token.GetValueKind() == JsonValueKind.String && token.GetValue<string>() is { Length: > 0 } found
                ? new ApiToken(found)
                : null;
    }

    /// <summary>The secret with another token; what else it keeps stays.</summary>
    /// <param name="text">What the secret keeps now; null for a new one.</param>
    /// <param name="token">The token.</param>
    /// <param name="expiresAt">When it ends, as Dig granted it; null where Dig did not say.</param>
    public static SecretText With(SecretText? text, ApiToken token, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(token);
        var kept = Object(text) ?? [];
        kept[TokenKey] = token.Reveal();
        if (expiresAt is { } end)
        {
            kept[ExpiryKey] = end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
        else
        {
            kept.Remove(ExpiryKey);
        }

        return new SecretText(kept.ToJsonString(_plain));
    }

    private static JsonObject? Object(SecretText? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text.Reveal()) as JsonObject;
        }
        catch (JsonException)
        {
            // It is no JSON: a token by itself.
            return null;
        }
    }
}
