using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>An event as it is on a bus.</summary>
/// <param name="Node">The event, read.</param>
/// <param name="Text">The event, byte for byte.</param>
internal sealed record Happening(JsonObject Node, string Text)
{
    public static Happening Of(JsonObject node) => new(node, node.ToJsonString(Json.Plain));

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static Happening Parse(string json) => new(JsonNode.Parse(json) as JsonObject ?? throw new JsonException("An event is an object."), json);

    /// <summary>
    /// The envelope that every event is in
    /// (<see href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">event structure</see>).
    /// </summary>
    public static Happening From(LandingZone zone, string source, string detailType, string region, JsonArray resources, JsonObject detail) => Of(new JsonObject
    {
        ["version"] = "0",
        ["id"] = zone.NextId(),
        ["detail-type"] = detailType,
        ["source"] = source,
        ["account"] = zone.Management.ToString(),
        ["time"] = Json.Time(zone.Agenda.Now),
        ["region"] = region,
        ["resources"] = resources,
        ["detail"] = detail,
    });

    public static Happening Scheduled(LandingZone zone, RuleState rule) =>
        From(zone, "aws.events", "Scheduled Event", rule.Region, [rule.Arn], []);
}
