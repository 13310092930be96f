using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>
/// Policies by what they say. An estate says the same thing over and over: AWS's own policies are in every account, and a trust policy is that of a
/// hundred roles. Each distinct text is parsed once, and whoever has it shares the result. May be asked from several threads.
/// </summary>
internal sealed class PolicyDocuments
{
    private readonly ConcurrentDictionary<(UInt128, UInt128), PolicyReading> _readings = new();

    /// <summary>How many distinct texts were read.</summary>
    public int Count => _readings.Count;

    /// <param name="json">
    /// A value of JSON: an object, which is the policy as the AWS CLI writes it; or a string with the policy, encoded as URLs are, as the API sends
    /// it (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html">PolicyDetail</see>), or not.
    /// </param>
    public PolicyReading Read(ReadOnlySpan<byte> json)
    {
        var key = Key(json);
        return _readings.TryGetValue(key, out var reading) ? reading : _readings.GetOrAdd(key, Parse(json));
    }

    /// <param name="text">A policy, or one encoded as URLs are.</param>
    public PolicyReading Read(string text) => Read(Encoding.UTF8.GetBytes(Decoded(text)));

    private static (UInt128, UInt128) Key(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        return (BitConverter.ToUInt128(hash), BitConverter.ToUInt128(hash[16..]));
    }

    private static PolicyReading Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return json is [(byte)'"', ..]
                ? new PolicyReading(Policy.Parse(Decoded(Text(json))), null)
                : new PolicyReading(Policy.Parse(json), null);
        }
        catch (FormatException wrong)
        {
            return new PolicyReading(null, wrong.Message);
        }
        catch (InvalidOperationException)
        {
            // What the reader of JSON says to a text with half a character in it.
            return new PolicyReading(null, "it is not in UTF-8.");
        }
    }

    private static string Text(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>No policy begins with %; one that is encoded does, since its first brace is. A plus sign stays one: this is RFC 3986, not a form.</summary>
    private static string Decoded(string text) => text.AsSpan().TrimStart() is ['%', ..] ? Uri.UnescapeDataString(text) : text;
}

/// <summary>What came of reading a policy.</summary>
/// <param name="Policy">The policy; null where it cannot be understood.</param>
/// <param name="Why">What is wrong with it; null for nothing.</param>
internal sealed record PolicyReading(Policy? Policy, string? Why);
