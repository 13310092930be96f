using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// Reads what a ticket knows of policies: <c>{ data: [ { resourceId, policySrn, policyResourceId, policy, monitoredActionsPolicy } ] }</c>, as an
/// object or as text that holds one. The names are those that Sonrai's public bots read.
/// </summary>
internal static class EvidenceReader
{
    /// <summary>What stands in place of an ARN for a policy that is embedded in its identity.</summary>
    private const string Inline = "NA";

    private const string Detach = "detach";

    /// <summary>The policies; none where the evidence is of another kind.</summary>
    /// <exception cref="SonraiException"><c>DigUnexpectedAnswer</c> where it is text and no JSON.</exception>
    public static IReadOnlyList<PolicyEvidence> Read(JsonElement? evidence, string operation, string srn)
    {
        try
        {
            return Parsed(evidence) is JsonObject found && Parsed(found["data"]) is JsonArray policies
                ? [.. policies.OfType<JsonObject>().Select(Policy).OfType<PolicyEvidence>()]
                : [];
        }
        catch (JsonException)
        {
            throw new SonraiException(DigProblems.UnexpectedAnswer(operation, $"the evidence of '{srn}' is no JSON."));
        }
    }

    private static PolicyEvidence? Policy(JsonObject item)
    {
        var policySrn = Text(item["policySrn"]);
        var arn = Text(item["policyResourceId"]) is { } given && given != Inline ? given : null;
        if ((arn ?? policySrn) is not { } named)
        {
            return null;
        }

        var monitored = Parsed(item["monitoredActionsPolicy"]) as JsonObject;
        var type = Text(monitored?["type"]);
        return new PolicyEvidence
        {
            PolicyName = named[(named.LastIndexOf('/') + 1)..],
            PolicySrn = policySrn,
            PolicyArn = arn,
            IdentityArn = Text(item["resourceId"]),
            RecommendedPolicy = Document(Parsed(item["policy"]) as JsonObject),
            MonitoredPolicy = type == Detach ? null : Document(monitored),
            MonitoredType = type,
            MonitoredMessage = Text(monitored?["message"]),
        };
    }

    /// <summary>The document alone: a tenant puts words of its own beside what IAM knows.</summary>
    private static string? Document(JsonObject? given)
    {
        if (given is null)
        {
            return null;
        }

        var document = given.DeepClone().AsObject();
        document.Remove("type");
        document.Remove("message");
        return document.ToJsonString();
    }

    private static JsonNode? Parsed(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } => JsonNode.Parse(value.Value.GetString()!),
        { ValueKind: JsonValueKind.Object } => JsonObject.Create(value.Value),
        _ => null,
    };

    private static JsonNode? Parsed(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? JsonNode.Parse(value.GetValue<string>()) : value;

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
