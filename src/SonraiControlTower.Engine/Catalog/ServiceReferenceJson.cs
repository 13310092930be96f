using System.Text.Json.Serialization;

namespace SonraiControlTower.Engine;

/// <summary>A line of AWS's list of services, as it is sent.</summary>
internal sealed record ReferencedService(string Service, string Url);

/// <summary>
/// What AWS's Service Reference says of a service, as it is sent
/// (<see href="https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html">field definitions</see>). AWS adds fields as it
/// goes, so that what is not here is passed over, and what is missing is nothing.
/// </summary>
internal sealed record ServiceReference
{
    public string? Name { get; init; }

    public IReadOnlyList<ReferenceAction>? Actions { get; init; }

    public IReadOnlyList<ReferenceResource>? Resources { get; init; }

    public IReadOnlyList<ReferenceOperation>? Operations { get; init; }
}

internal sealed record ReferenceAction
{
    public string? Name { get; init; }

    public IReadOnlyList<string>? ActionConditionKeys { get; init; }

    public IReadOnlyList<ReferenceName>? Resources { get; init; }

    public ReferenceAnnotations? Annotations { get; init; }
}

internal sealed record ReferenceName(string? Name);

internal sealed record ReferenceAnnotations(ReferenceProperties? Properties);

internal sealed record ReferenceProperties(bool IsList, bool IsPermissionManagement, bool IsTaggingOnly, bool IsWrite);

internal sealed record ReferenceResource
{
    public string? Name { get; init; }

    [JsonPropertyName("ARNFormats")]
    public IReadOnlyList<string>? ArnFormats { get; init; }
}

internal sealed record ReferenceOperation
{
    public string? Name { get; init; }

    public IReadOnlyList<ReferenceAuthorization>? AuthorizedActions { get; init; }
}

internal sealed record ReferenceAuthorization(string? Name, string? Service);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(IReadOnlyList<ReferencedService>))]
[JsonSerializable(typeof(ServiceReference))]
internal sealed partial class ServiceReferenceJson : JsonSerializerContext;
