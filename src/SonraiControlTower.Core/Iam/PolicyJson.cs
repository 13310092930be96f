using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower;

/// <summary>Policies as JSON text: AWS keeps the text, people mean what it says.</summary>
internal static class PolicyJson
{
    /// <summary>Writes what JSON need not escape as it is.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether two documents say the same in the same order; white space and escapes do not matter.</summary>
    public static bool Same(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(right));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>How long it is by IAM's count, which leaves out white space.</summary>
    public static int Length(string document) => document.Count(letter => !char.IsWhiteSpace(letter));

    /// <summary>The SHA-256 of a text in hexadecimal digits.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
