using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower;

/// <summary>
/// The text of the secret that keeps the API token: JSON with <c>sonrai_token</c>, as Sonrai's own integration has it, and whatever else its owner
/// keeps there.
/// </summary>
public sealed class TokenSecret
{
    /// <summary>The key of the token.</summary>
    public const string TokenKey = "sonrai_token";

    /// <summary>The key that tells when the token ends, as ISO 8601.</summary>
    public const string ExpiresAtKey = "sonrai_token_expires_at";

    private readonly JsonObject _json;

    private TokenSecret(JsonObject json, ApiToken token)
    {
        _json = json;
        Token = token;
    }

    /// <summary>The token.</summary>
    public ApiToken Token { get; }

    /// <summary>Reads what a version keeps.</summary>
    /// <exception cref="SonraiException"><c>TokenSecretUnusable</c>; the message does not repeat the text.</exception>
    public static TokenSecret Read(string secretId, SecretVersion? version)
    {
        var text = version?.Text ?? throw new SonraiException(RotationProblems.SecretUnusable(
            secretId, version is null ? "it has no such version" : "it keeps bytes, not text"));
        return Parse(text.Reveal()) is { } json
            && json.TryGetPropertyValue(TokenKey, out var value) && value is JsonValue && value.GetValueKind() == JsonValueKind.String
            && value.GetValue<string>() is var token && !string.IsNullOrWhiteSpace(token)
                ? new(json, new ApiToken(token))
                : throw new SonraiException(RotationProblems.SecretUnusable(secretId, $"its text is not JSON with '{TokenKey}'"));
    }

    /// <summary>The same text with another token; everything else in it stays.</summary>
    /// <param name="token">The token.</param>
    /// <param name="expiresAt">When it ends; null where nobody says.</param>
    public SecretText With(ApiToken token, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(token);
        return Write(_json.DeepClone().AsObject(), token, expiresAt);
    }

    /// <summary>What a secret is to keep that gets a token, whatever it has kept so far.</summary>
    /// <param name="secretId">The secret, for the message.</param>
    /// <param name="text">What it keeps; null for a new one.</param>
    /// <param name="token">The token.</param>
    /// <param name="expiresAt">When it ends; null where nobody says.</param>
    /// <exception cref="SonraiException"><c>TokenSecretUnusable</c> for a text that is no JSON object: it is somebody else's, and would be lost.</exception>
    public static SecretText Put(string secretId, SecretText? text, ApiToken token, DateTimeOffset? expiresAt)
    {
        ArgumentNullException.ThrowIfNull(token);
        var json = text is null ? [] : Parse(text.Reveal())
            ?? throw new SonraiException(RotationProblems.SecretUnusable(secretId, "it keeps something else, which would be lost"));
        return Write(json, token, expiresAt);
    }

    private static SecretText Write(JsonObject json, ApiToken token, DateTimeOffset? expiresAt)
    {
        json[TokenKey] = JsonValue.Create(token.Reveal());
        json.Remove(ExpiresAtKey);
        if (expiresAt is { } end)
        {
            json[ExpiresAtKey] = JsonValue.Create(end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        return new SecretText(json.ToJsonString());
    }

    public override string ToString() => "(secret)";

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
