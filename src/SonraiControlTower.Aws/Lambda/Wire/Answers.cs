using System.Text.Json.Serialization;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Lambda.Wire;

/// <summary>
/// <see href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html">FunctionConfiguration</see>. Its environment, which
/// may hold anything, is not read.
/// </summary>
internal sealed record WireFunction(
    string FunctionName,
    string FunctionArn,
    string? State = null,
    string? StateReason = null,
    string? Runtime = null,
    string? Handler = null,
    string? CodeSha256 = null);

/// <summary>A mapping; one of a source that has no ARN, such as a self-managed cluster, lacks it.</summary>
internal sealed record WireMapping(
    [property: JsonPropertyName("UUID")] string Id, string? EventSourceArn = null, string? State = null);

internal sealed record MappingsAnswer(IReadOnlyList<WireMapping>? EventSourceMappings = null, string? NextMarker = null) : IPage<WireMapping>
{
    [JsonIgnore]
    public IReadOnlyList<WireMapping>? Items => EventSourceMappings;

    [JsonIgnore]
    public string? NextToken => NextMarker;
}
