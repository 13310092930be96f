using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Dig;

/// <summary>A ticket on the wire; of a finding, under the same names.</summary>
internal sealed record WireTicket
{
    public string? Srn { get; init; }

    public string? Title { get; init; }

    public string? Status { get; init; }

    public string? TicketType { get; init; }

    public string? TicketKey { get; init; }

    public string? SeverityCategory { get; init; }

    /// <summary>A number, or text that holds one.</summary>
    public JsonElement? SeverityNumeric { get; init; }

    public string? ResourceName { get; init; }

    [JsonPropertyName("resourceSRN")]
    public string? ResourceSrn { get; init; }

    public string? ResourceLabel { get; init; }

    public string? Account { get; init; }

    /// <summary>Text; that it is no object is not public.</summary>
    public JsonElement? AssignedTo { get; init; }

    public JsonElement? CreatedDate { get; init; }

    public JsonElement? FirstSeen { get; init; }

    public JsonElement? LastSeen { get; init; }

    public JsonElement? LastModified { get; init; }

    public JsonElement? TransitionDate { get; init; }

    public JsonElement? TransitionedBy { get; init; }

    [JsonPropertyName("swimlaneSRNs")]
    public IReadOnlyList<string?>? SwimlaneSrns { get; init; }

    public IReadOnlyList<WireTitled?>? Swimlanes { get; init; }

    public IReadOnlyList<string?>? FrameworkSrns { get; init; }

    public WireTitled? Policy { get; init; }

    /// <summary>The policy's title where there is no <see cref="Policy"/>.</summary>
    public string? PolicyTitle { get; init; }

    public WireEvidence? Evidence { get; init; }

    public Card<WireComment>? Comments { get; init; }
}

/// <summary><see cref="PolicyEvidence"/> is an object, or text that holds one.</summary>
internal sealed record WireEvidence(JsonElement? PolicyEvidence);

internal sealed record WireComment(string? Body, JsonElement? CreatedBy, JsonElement? CreatedDate);

/// <summary>What a mutation of tickets answers: counts, or a result for each.</summary>
internal sealed record WireTicketOutcome(int? SuccessCount, int? FailureCount, IReadOnlyList<WireTicketResult>? Results);

internal sealed record WireTicketResult(string? TicketSrn, bool? Success, JsonElement? Error);
