using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Dig;

/// <summary>The serializers of everything that goes over the wire, made at compile time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GraphQLBody))]
[JsonSerializable(typeof(GraphQLAnswer))]
[JsonSerializable(typeof(Card<WireCollector>))]
[JsonSerializable(typeof(Card<WireCloudAccount>))]
[JsonSerializable(typeof(Card<WireToken>))]
[JsonSerializable(typeof(Card<WireUser>))]
[JsonSerializable(typeof(Card<WireBot>))]
[JsonSerializable(typeof(WireToken))]
[JsonSerializable(typeof(WireSchemaType))]
[JsonSerializable(typeof(Card<WireSwimlane>))]
[JsonSerializable(typeof(Card<WireFramework>))]
[JsonSerializable(typeof(Card<WireTicket>))]
[JsonSerializable(typeof(Card<WireComment>))]
[JsonSerializable(typeof(WireTicketOutcome))]
[JsonSerializable(typeof(Card<WireSearch>))]
[JsonSerializable(typeof(WireSearchRun))]
[JsonSerializable(typeof(Card<WireAuditEvent>))]
internal sealed partial class WireJson : JsonSerializerContext;
