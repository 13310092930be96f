using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SonraiControlTower.Sandbox;

/// <summary>How the sandbox's services write JSON.</summary>
internal static class Json
{
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Such as <c>2026-03-01T12:00:00Z</c>.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
