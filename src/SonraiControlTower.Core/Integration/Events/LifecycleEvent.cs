using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// What an event of EventBridge means: of Control Tower
/// (<see href="https://docs.aws.amazon.com/controltower/latest/userguide/lifecycle-events.html">lifecycle events</see>), of AWS Organizations
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html">events in CloudTrail</see>), or of a schedule.
/// </summary>
public sealed record LifecycleEvent
{
    private const string ControlTower = "aws.controltower";
    private const string Organizations = "aws.organizations";
    private const string Schedule = "aws.events";

    /// <summary>The event's id; null where it has none. AWS may deliver an event twice, with the same id.</summary>
    public string? Id { get; init; }

    /// <summary>What happened, such as <c>CreateManagedAccount</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A word of <see cref="LifecycleEventKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The accounts it is about, where it names any.</summary>
    public IReadOnlyList<AccountId> AccountIds { get; init => field = Arrays.Of(value); } = [];

    /// <summary>The organizational units it is about, by id, where it names any.</summary>
    public IReadOnlyList<string> OrganizationalUnitIds { get; init => field = Arrays.Of(value); } = [];

    /// <summary>When it happened; null where that cannot be read.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Why it is taken so, in words; null where the kind says everything.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads an event.</summary>
    /// <exception cref="SonraiException"><c>LifecycleEventUnreadable</c>.</exception>
    public static LifecycleEvent Parse(string json)
    {
        using var document = EventJson.Parse(json);
        return Parse(document.RootElement);
    }

    /// <summary>Reads an event. What comes from Control Tower or AWS Organizations in an unknown shape means that anything may have changed.</summary>
    /// <exception cref="SonraiException"><c>LifecycleEventUnreadable</c> for what is no event of EventBridge.</exception>
    public static LifecycleEvent Parse(JsonElement json)
    {
        if (json.Text("source") is not { } source || json.Text("detail-type") is not { } detailType)
        {
            throw new SonraiException(LifecycleProblems.Unreadable("it has no 'source' and no 'detail-type'"));
        }

        var meaning = source switch
        {
            ControlTower => ControlTowerEvents.Read(detailType, json.At("detail")),
            Organizations => OrganizationsEvents.Read(json.At("detail")),
            Schedule => new LifecycleEvent { Name = detailType, Kind = LifecycleEventKind.EverythingChanged },
            _ => new LifecycleEvent { Name = json.Text("detail", "eventName") ?? detailType, Kind = LifecycleEventKind.NotForUs, Reason = $"It comes from '{source}'." },
        };
        return meaning with
        {
            Id = json.Text("id"),
            OccurredAt = meaning.OccurredAt ?? json.Instant("detail", "eventTime") ?? json.Instant("time"),
        };
    }

    public override string ToString() => $"{Name} ({Kind}{(About.Length == 0 ? "" : $" {About}")})";

    private string About => string.Join(", ", AccountIds.Select(id => id.ToString()).Concat(OrganizationalUnitIds));
}
