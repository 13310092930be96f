using System.Text.Json.Serialization;

namespace SonraiControlTower.Aws.Organizations.Wire;

/// <summary>How the wire types are read and written. What AWS always sends, it must send: an answer without it is not an answer of Organizations.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NoInput))]
[JsonSerializable(typeof(ListInput))]
[JsonSerializable(typeof(DescribeOrganizationAnswer))]
[JsonSerializable(typeof(ListRootsAnswer))]
[JsonSerializable(typeof(ListUnitsAnswer))]
[JsonSerializable(typeof(ListAccountsAnswer))]
[JsonSerializable(typeof(ListPoliciesInput))]
[JsonSerializable(typeof(ListPoliciesAnswer))]
[JsonSerializable(typeof(PolicyInput))]
[JsonSerializable(typeof(DescribePolicyAnswer))]
[JsonSerializable(typeof(ListTargetsAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;
