using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Engine;

/// <summary>The rules of the sensitive classes; <c>Sensitivity.json</c> as it stands. Each rule is a sentence and its patterns of actions.</summary>
/// <param name="About">What a reader of the file should know; nothing reads it.</param>
/// <param name="PrivilegeEscalation">How a principal comes to more rights, by technique.</param>
/// <param name="CredentialExposure">What answers with a credential.</param>
/// <param name="DataAccess">What reads what customers keep.</param>
/// <param name="ResourceExposure">What opens resources to others.</param>
internal sealed record SensitivityRules(
    IReadOnlyList<string> About,
    IReadOnlyDictionary<string, IReadOnlyList<string>> PrivilegeEscalation,
    IReadOnlyDictionary<string, IReadOnlyList<string>> CredentialExposure,
    IReadOnlyDictionary<string, IReadOnlyList<string>> DataAccess,
    IReadOnlyDictionary<string, IReadOnlyList<string>> ResourceExposure)
{
    /// <summary>Stands before a pattern that the rule does not cover.</summary>
    public const char Except = '!';

    private static readonly Lazy<SensitivityRules> _embedded = new(() =>
    {
        using var stream = typeof(SensitivityRules).Assembly.GetManifestResourceStream("Sensitivity.json")!;
        return JsonSerializer.Deserialize(stream, SensitivityRulesJson.Default.SensitivityRules)!;
    });

    public static SensitivityRules Embedded => _embedded.Value;

    public IEnumerable<(Sensitivities Class, IReadOnlyDictionary<string, IReadOnlyList<string>> Rules)> Classes =>
    [
        (Sensitivities.PrivilegeEscalation, PrivilegeEscalation),
        (Sensitivities.CredentialExposure, CredentialExposure),
        (Sensitivities.DataAccess, DataAccess),
        (Sensitivities.ResourceExposure, ResourceExposure),
    ];

    /// <summary>The actions of a catalogue that a rule's patterns cover.</summary>
    public static ActionSet Covered(IReadOnlyList<string> patterns, ActionCatalog catalog)
    {
        var covered = new ActionSet(catalog.Count);
        foreach (var pattern in patterns.Where(pattern => pattern[0] != Except))
        {
            covered.UnionWith(catalog.Matching(pattern));
        }

        foreach (var pattern in patterns.Where(pattern => pattern[0] == Except))
        {
            covered.ExceptWith(catalog.Matching(pattern[1..]));
        }

        return covered;
    }
}

/// <summary>A word that the file should not have is an error, so that a slip of the pen does not pass for a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SensitivityRules))]
internal sealed partial class SensitivityRulesJson : JsonSerializerContext;
