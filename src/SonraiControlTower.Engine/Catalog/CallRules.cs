using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Engine;

/// <summary>What is known of calls besides that most have the name of their action; <c>Calls.json</c> as it stands.</summary>
/// <param name="About">What a reader of the file should know; nothing reads it.</param>
/// <param name="Sources">Hosts of event sources to prefixes of IAM.</param>
/// <param name="Calls">By prefix, calls or patterns of calls to the actions that they ask for.</param>
/// <param name="PassesRole">By prefix, calls that may hand a role on.</param>
/// <param name="DataEvents">By prefix, calls or patterns of calls that are recorded as data events.</param>
/// <param name="Unlogged">Patterns of actions that no record shows.</param>
internal sealed record CallRules(
    IReadOnlyList<string> About,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Sources,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Calls,
    IReadOnlyDictionary<string, IReadOnlyList<string>> PassesRole,
    IReadOnlyDictionary<string, IReadOnlyList<string>> DataEvents,
    IReadOnlyList<string> Unlogged)
{
    /// <summary>Stands before an action that a call may ask for.</summary>
    public const char Possible = '?';

    private const string Host = ".amazonaws.com";
    private const string HostInChina = ".amazonaws.com.cn";

    private static readonly Lazy<CallRules> _embedded = new(() =>
    {
        using var stream = typeof(CallRules).Assembly.GetManifestResourceStream("Calls.json")!;
        return JsonSerializer.Deserialize(stream, CallRulesJson.Default.CallRules)!;
    });

    public static CallRules Embedded => _embedded.Value;

    /// <summary>The prefixes of IAM that calls of an event source may have, likeliest first.</summary>
    public IReadOnlyList<string> PrefixesOf(string eventSource)
    {
        var host = eventSource.EndsWith(Host, StringComparison.OrdinalIgnoreCase) ? eventSource[..^Host.Length]
            : eventSource.EndsWith(HostInChina, StringComparison.OrdinalIgnoreCase) ? eventSource[..^HostInChina.Length]
            : eventSource;
        host = host.ToLowerInvariant();
        return Sources.TryGetValue(host, out var prefixes) ? prefixes : [host];
    }

    public bool IsDataEvent(string prefix, string call) => DataEvents.TryGetValue(prefix, out var calls) && Names(calls, call);

    public bool MayPassRole(string prefix, string call) => PassesRole.TryGetValue(prefix, out var calls) && Names(calls, call);

    private static bool Names(IReadOnlyList<string> patterns, string call) => patterns.Any(pattern => ActionName.Matches(call, pattern));
}

/// <summary>A word that the file should not have is an error, so that a slip of the pen does not pass for a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CallRules))]
internal sealed partial class CallRulesJson : JsonSerializerContext;
