using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// Reads Control Tower's events. Source:
/// <see href="https://docs.aws.amazon.com/controltower/latest/userguide/lifecycle-events.html">Lifecycle events in AWS Control Tower</see>.
/// </summary>
internal static class ControlTowerEvents
{
    private const string ServiceEvent = "AWS Service Event via CloudTrail";
    private const string Succeeded = "SUCCEEDED";

    public static LifecycleEvent Read(string detailType, JsonElement? detail)
    {
        var name = detail.Text("eventName") ?? detailType;

        // An event of the same name, of Service Catalog's call, comes before anything is done, and without its details.
        if (detailType != ServiceEvent)
        {
            return Of(name, LifecycleEventKind.NotForUs, $"It is '{detailType}', not what came of it.");
        }

        if (name is "EnableGuardrail" or "DisableGuardrail" or "PrecheckOrganizationalUnit")
        {
            return Of(name, LifecycleEventKind.NotForUs, "It changes no account.");
        }

        var status = StatusOf(name, detail.At("serviceEventDetails"));
        var meaning = State(status) switch
        {
            Succeeded => About(name, status),
            null => Of(name, LifecycleEventKind.EverythingChanged, "It does not say how it ended."),
            var state => Of(name, LifecycleEventKind.Failed, $"It ended {state}: {status.Text("message") ?? "Control Tower gives no reason"}"),
        };
        return meaning with { OccurredAt = status.Instant("completedTimestamp") };
    }

    /// <summary>The one object below the details, whatever it is called: names of the keys have differed from what was documented.</summary>
    private static JsonElement? StatusOf(string name, JsonElement? details)
    {
        var members = details.Members().Where(member => member.Value.ValueKind == JsonValueKind.Object).ToList();
        var own = members.Find(member => member.Name.Equals($"{name}Status", StringComparison.OrdinalIgnoreCase));
        return own.Value.ValueKind == JsonValueKind.Object ? own.Value : members is [var only] ? only.Value : null;
    }

    /// <summary>Baselines have neither state nor message, but a summary of the status.</summary>
    private static string? State(JsonElement? status) =>
        status.Text("state") ?? BaselineOf(status).Text("statusSummary", "status");

    private static JsonElement? BaselineOf(JsonElement? status) =>
        status.At("enabledBaselineDetails") ?? status.At("baselineDetails");

    private static LifecycleEvent About(string name, JsonElement? status)
    {
        var target = BaselineOf(status).Text("targetIdentifier")?.Split('/') ?? [];
        var account = status.Account("account", "accountId")
            ?? (AccountId.TryParse(target.LastOrDefault(), out var targeted) ? targeted : null);
        var unit = status.Text("organizationalUnit", "organizationalUnitId")
            ?? target.LastOrDefault(part => part.StartsWith("ou-", StringComparison.Ordinal));
        return (account, unit) switch
        {
            ({ } id, _) => Of(name, LifecycleEventKind.AccountChanged) with { AccountIds = [id] },
            (null, { } ou) => Of(name, LifecycleEventKind.UnitChanged) with { OrganizationalUnitIds = [ou] },
            _ => Of(name, LifecycleEventKind.EverythingChanged, "It names no account and no organizational unit."),
        };
    }

    private static LifecycleEvent Of(string name, string kind, string? reason = null) => new() { Name = name, Kind = kind, Reason = reason };
}
