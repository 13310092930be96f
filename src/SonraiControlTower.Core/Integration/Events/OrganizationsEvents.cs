using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// Reads AWS Organizations' events, those of calls and those of what came of them. Source:
/// <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html">Logging AWS Organizations API calls with
/// AWS CloudTrail</see>.
/// </summary>
internal static class OrganizationsEvents
{
    private static readonly string[] _places = ["serviceEventDetails", "requestParameters", "responseElements", "additionalEventData"];

    public static LifecycleEvent Read(JsonElement? detail)
    {
        var name = detail.Text("eventName") ?? "an event without a name";
        return (name, Refusal(detail)) switch
        {
            // What was asked for; what came of it is an event of its own.
            ("CreateAccount" or "CreateGovCloudAccount" or "CloseAccount" or "InviteAccountToOrganization", _) =>
                Of(name, LifecycleEventKind.NotForUs, "It only began; what came of it is told by another event."),
            (_, { } refusal) => Of(name, LifecycleEventKind.Failed, refusal),
            ("CreateAccountResult" or "AccountJoinedOrganization" or "MoveAccount", _) => About(name, LifecycleEventKind.AccountChanged, AccountIn(detail)),
            ("AcceptHandshake", _) => About(name, LifecycleEventKind.AccountChanged, PartyIn(detail)),
            ("CloseAccountResult" or "AccountDepartedOrganization" or "RemoveAccountFromOrganization", _) =>
                About(name, LifecycleEventKind.Left, AccountIn(detail)),
            _ when detail.At("readOnly") is { ValueKind: JsonValueKind.True } => Of(name, LifecycleEventKind.NotForUs, "It only read."),
            _ => Of(name, LifecycleEventKind.EverythingChanged, "It is not known what it changes."),
        };
    }

    /// <summary>Why it did not succeed; null where it did.</summary>
    private static string? Refusal(JsonElement? detail)
    {
        var status = detail.At("serviceEventDetails").Members().Select(member => (JsonElement?)member.Value).FirstOrDefault(one => one.Text("state") is not null);
        return (detail.Text("errorCode"), status.Text("state")) switch
        {
            ({ } code, _) => $"AWS refused it ({code}).",
            (_, null or "SUCCEEDED") => null,
            (_, var state) => $"It ended {state}: {status.Text("failureReason") ?? "AWS Organizations gives no reason"}.",
        };
    }

    /// <summary>The account that an event is about. Who called is told elsewhere, so that the management account is not taken for it.</summary>
    private static AccountId? AccountIn(JsonElement? detail) => _places.Select(place => Search(detail.At(place))).FirstOrDefault(id => id is not null);

    private static AccountId? Search(JsonElement? element) =>
        element.Account("accountId")
        ?? element.Account("memberAccountId")
        ?? element.Members().Select(member => Search(member.Value)).FirstOrDefault(id => id is not null);

    /// <summary>A handshake names the organization and the account that came to it.</summary>
    private static AccountId? PartyIn(JsonElement? detail) => detail.At("responseElements", "handshake", "parties").Items()
        .Select(party => (JsonElement?)party).Where(party => party.Text("type") == "ACCOUNT")
        .Select(party => party.Account("id")).FirstOrDefault(id => id is not null);

    private static LifecycleEvent About(string name, string kind, AccountId? account) => account is { } id
        ? Of(name, kind) with { AccountIds = [id] }
        : Of(name, LifecycleEventKind.EverythingChanged, "It names no account.");

    private static LifecycleEvent Of(string name, string kind, string? reason = null) => new() { Name = name, Kind = kind, Reason = reason };
}
