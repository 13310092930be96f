using System.Security.Cryptography;
using System.Text;

namespace SonraiControlTower.Sandbox;

/// <summary>Ids that look like AWS's and are the same for the same things, so that a sandbox that is started again tells the same story.</summary>
internal static class StableId
{
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A prefix such as AROA, and 17 letters and digits
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">unique identifiers</see>).</summary>
    public static string Of(string prefix, params ReadOnlySpan<string> parts) => prefix + Letters(17, parts);

    /// <summary>So many letters and digits.</summary>
    public static string Letters(int length, params ReadOnlySpan<string> parts)
    {
        var hash = Hash(parts);
        return string.Create(length, hash, (letters, bytes) =>
        {
            for (var at = 0; at < letters.Length; at++)
            {
                letters[at] = Signs[bytes[at] % Signs.Length];
            }
        });
    }

    /// <summary>A UUID.</summary>
    public static string Uuid(params ReadOnlySpan<string> parts) => new Guid(Hash(parts).AsSpan(0, 16)).ToString();

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    public static int Below(int limit, params ReadOnlySpan<string> parts) => (int)(BitConverter.ToUInt32(Hash(parts)) % (uint)limit);

    private static byte[] Hash(ReadOnlySpan<string> parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
}
