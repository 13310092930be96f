using System.Globalization;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// What Control Tower and Organizations tell of on the default buses of the management account: Control Tower in its home region
/// (<see href="https://docs.aws.amazon.com/controltower/latest/userguide/lifecycle-events.html">lifecycle events</see>), Organizations in its own
/// region only
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_cloudtrail-integration.html">logging Organizations API calls</see>).
/// </summary>
internal sealed class Announcements(LandingZone zone)
{
    public const string OrganizationsRegion = "us-east-1";

    private const string ServiceEvent = "AWS Service Event via CloudTrail";
    private const string ApiCall = "AWS API Call via CloudTrail";

    public void Created(Member member) => Organizations("CreateAccountResult", new JsonObject
    {
        ["createAccountStatus"] = new JsonObject
        {
            ["id"] = $"car-{StableId.Letters(32, member.Id.ToString()).ToLowerInvariant()}",
            ["state"] = "SUCCEEDED",
            ["accountName"] = "****",
            ["accountId"] = member.Id.ToString(),
            ["requestedTimestamp"] = Words(zone.Agenda.Now),
            ["completedTimestamp"] = Words(zone.Agenda.Now),
        },
    });

    public void Closed(AccountId account) => Organizations("CloseAccountResult", new JsonObject
    {
        ["closeAccountStatus"] = new JsonObject
        {
            ["accountId"] = account.ToString(),
            ["state"] = "SUCCEEDED",
            ["requestedTimestamp"] = Words(zone.Agenda.Now),
            ["completedTimestamp"] = Words(zone.Agenda.Now),
        },
    });

    public void Moved(AccountId account, string from, string to)
    {
        var administrator = zone.Iam.Administrator();
        var detail = Detail("organizations.amazonaws.com", "MoveAccount", OrganizationsRegion, "AwsApiCall");
        detail["userIdentity"] = new JsonObject
        {
            ["type"] = "IAMUser",
            ["principalId"] = administrator.UserId,
            ["arn"] = administrator.Arn,
            ["accountId"] = zone.Management.ToString(),
            ["userName"] = administrator.Identity.Name,
        };
        detail["requestParameters"] = new JsonObject
        {
            ["accountId"] = account.ToString(),
            ["sourceParentId"] = from,
            ["destinationParentId"] = to,
        };
        Publish("aws.organizations", ApiCall, OrganizationsRegion, detail);
    }

    /// <summary>CreateManagedAccount or UpdateManagedAccount.</summary>
    public void Managed(string name, Member member, EstateUnit unit, string state) => ControlTower(name, new JsonObject
    {
        ["organizationalUnit"] = Unit(unit),
        ["account"] = new JsonObject { ["accountName"] = member.Name, ["accountId"] = member.Id.ToString() },
        ["state"] = state,
        ["message"] = state == "SUCCEEDED"
            ? $"AWS Control Tower successfully {(name.StartsWith("Create", StringComparison.Ordinal) ? "created an enrolled" : "updated an")} account."
            : "AWS Control Tower could not complete your request.",
    });

    /// <summary>RegisterOrganizationalUnit.</summary>
    public void Registered(EstateUnit unit) => ControlTower("RegisterOrganizationalUnit", new JsonObject
    {
        ["state"] = "SUCCEEDED",
        ["message"] = "AWS Control Tower successfully registered an organizational unit.",
        ["organizationalUnit"] = Unit(unit),
    });

    private void ControlTower(string name, JsonObject status)
    {
        status["requestedTimestamp"] = Stamp(zone.Agenda.Now);
        status["completedTimestamp"] = Stamp(zone.Agenda.Now);
        var detail = Detail("controltower.amazonaws.com", name, zone.HomeRegion, "AwsServiceEvent");
        detail["serviceEventDetails"] = new JsonObject { [$"{char.ToLowerInvariant(name[0])}{name[1..]}Status"] = status };
        Publish("aws.controltower", ServiceEvent, zone.HomeRegion, detail);
    }

    private void Organizations(string name, JsonObject serviceEventDetails)
    {
        var detail = Detail("organizations.amazonaws.com", name, OrganizationsRegion, "AwsServiceEvent");
        detail["serviceEventDetails"] = serviceEventDetails;
        Publish("aws.organizations", ServiceEvent, OrganizationsRegion, detail);
    }

    private void Publish(string source, string detailType, string region, JsonObject detail) =>
        zone.Rules.Publish(zone.Management, region, Happening.From(zone, source, detailType, region, [], detail));

    private JsonObject Detail(string source, string name, string region, string type) => new()
    {
        ["eventVersion"] = "1.05",
        ["userIdentity"] = new JsonObject { ["accountId"] = zone.Management.ToString(), ["invokedBy"] = "AWS Internal" },
        ["eventTime"] = Json.Time(zone.Agenda.Now),
        ["eventSource"] = source,
        ["eventName"] = name,
        ["awsRegion"] = region,
        ["sourceIPAddress"] = "AWS Internal",
        ["userAgent"] = "AWS Internal",
        ["eventID"] = zone.NextId(),
        ["readOnly"] = false,
        ["eventType"] = type,
    };

    private static JsonObject Unit(EstateUnit unit) => new() { ["organizationalUnitName"] = unit.Name, ["organizationalUnitId"] = unit.Id };

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);

    private static string Words(DateTimeOffset at) => at.UtcDateTime.ToString("MMM d, yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
}
