using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower.Sandbox.Tests.Estates.History;

public sealed class ChronicleTests
{
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
    private static readonly string[] _order =
    [
        "eventVersion", "userIdentity", "eventTime", "eventSource", "eventName", "awsRegion", "sourceIPAddress", "userAgent", "errorCode", "errorMessage",
        "requestParameters", "responseElements", "additionalEventData", "requestID", "eventID", "readOnly", "resources", "eventType", "managementEvent",
        "recipientAccountId", "sharedEventID", "eventCategory", "tlsDetails", "sessionCredentialFromConsole",
    ];

    private readonly FakeTimeProvider _clock = Zones.Clock();
    private readonly LandingZone _zone;

    public ChronicleTests() => _zone = LandingZone.Sample(_clock);

    [Fact]
    public async Task It_has_thousands_of_records_in_some_hundred_files()
    {
        var files = await _zone.FilesAsync();

        files.Count.ShouldBeInRange(60, 160);
        (await _zone.RecordsAsync()).Count.ShouldBeInRange(3_000, 8_000);
    }

    [Fact]
    public async Task The_same_day_tells_the_same_story_byte_for_byte()
    {
        var one = await _zone.FilesAsync();
        var other = await LandingZone.Sample(Zones.Clock()).FilesAsync();

        other.Select(file => file.File.Name).ShouldBe(one.Select(file => file.File.Name));
        other.Select(file => Convert.ToHexString(file.Text)).ShouldBe(one.Select(file => Convert.ToHexString(file.Text)));
    }

    [Fact]
    public async Task It_does_not_matter_when_it_is_first_read()
    {
        var early = await _zone.FilesAsync();
        var clock = Zones.Clock();
        var zone = LandingZone.Sample(clock);
        _ = zone.OrganizationPolicies;
        clock.Advance(TimeSpan.FromHours(3));

        var late = await zone.FilesAsync();

        var latest = Zones.Clock().GetUtcNow().UtcDateTime;
        Told(late).ShouldBe(Told(early));

        // The trail's first files are as old as the trail, which is set up when it is first looked for.
        IEnumerable<string> Told(IEnumerable<(LogFile File, byte[] Text)> files) => files
            .Select(file => file.File.Name)
            .Where(name => string.CompareOrdinal(Stamp(name), latest.AddMinutes(-10).ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture)) < 0);
    }

    [Fact]
    public async Task Files_lie_where_CloudTrail_puts_them_and_hold_one_account_and_region()
    {
        foreach (var (file, text) in await _zone.FilesAsync())
        {
            file.Name.ShouldMatch(
                "^s3://aws-controltower-logs-333344445555-eu-west-1/o-exampleorgid/AWSLogs/o-exampleorgid/[0-9]{12}/CloudTrail/[a-z0-9-]+/[0-9]{4}/[0-9]{2}/[0-9]{2}/"
                + "[0-9]{12}_CloudTrail_[a-z0-9-]+_[0-9]{8}T[0-9]{4}Z_[A-Z0-9]{16}\\.json\\.gz$");
            var name = file.Name[(file.Name.LastIndexOf('/') + 1)..].Split('_');
            JsonElement.Parse(text).GetProperty("Records").EnumerateArray().ShouldAllBe(
                record => record.Text("recipientAccountId") == name[0] && record.Text("awsRegion") == name[2]);
        }
    }

    [Fact]
    public async Task The_parts_of_a_record_stand_in_CloudTrails_order_and_no_blank_is_left()
    {
        foreach (var record in await _zone.RecordsAsync())
        {
            var names = record.EnumerateObject().Select(part => part.Name).ToList();
            names.ShouldBe(_order.Where(names.Contains));
            record.GetRawText().ShouldNotMatch("\\{([0-9]|account|region|hex|uuid)\\}");
        }
    }

    [Fact]
    public async Task Ids_of_records_are_each_once_and_shared_ones_twice()
    {
        var records = await _zone.RecordsAsync();

        records.Select(record => record.Text("eventID")).ShouldBeUnique();
        records.Where(record => record.TryGetProperty("sharedEventID", out _)).GroupBy(record => record.Text("sharedEventID"))
            .ShouldAllBe(twins => twins.Count() == 2 && twins.Select(one => one.Text("recipientAccountId")).Distinct().Count() == 2);
    }

    [Fact]
    public async Task It_covers_ninety_days_and_nothing_happens_later_than_now_or_before_somebody_was_there()
    {
        var records = await _zone.RecordsAsync();
        var times = records.Select(record => record.GetProperty("eventTime").GetDateTimeOffset()).ToList();
        var made = (await _zone.EntitiesAsync()).SelectMany(Made).ToDictionary(one => one.Arn, one => one.At);

        times.Min().ShouldBeInRange(_clock.GetUtcNow().AddDays(-90), _clock.GetUtcNow().AddDays(-85));
        times.Max().ShouldBeInRange(_clock.GetUtcNow().AddHours(-4), _clock.GetUtcNow());
        foreach (var record in records.Where(record => record.Principal() is not null))
        {
            made.ShouldContainKey(record.Principal()!);
            record.GetProperty("eventTime").GetDateTimeOffset().ShouldBeGreaterThan(made[record.Principal()!]);
        }
    }

    [Fact]
    public async Task It_has_what_a_real_history_has()
    {
        var records = await _zone.RecordsAsync();

        records.Select(record => record.GetProperty("userIdentity").Text("type")).Distinct().ShouldBe(
            ["AWSAccount", "AWSService", "AssumedRole", "IAMUser", "Root", "SAMLUser", "WebIdentityUser"], ignoreOrder: true);
        records.Select(record => record.Text("eventCategory")).Distinct().ShouldBe(["Management", "Data"], ignoreOrder: true);
        records.ShouldContain(record => record.Text("eventName") == "ConsoleLogin" && record.Text("eventType") == "AwsConsoleSignIn");
        records.ShouldContain(record => record.Text("eventSource") == "billingconsole.amazonaws.com");
        records.ShouldContain(record => record.Text("eventName") == "RegisterTaskDefinition" && record.GetProperty("requestParameters").Text("taskRoleArn").Length > 0);
        records.Where(record => record.TryGetProperty("errorCode", out _)).Select(record => record.Text("errorCode")).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Somebody_is_only_ever_refused()
    {
        var records = (await _zone.RecordsAsync()).Where(record => record.Principal()?.EndsWith("/tracking-report-mailer", StringComparison.Ordinal) == true).ToList();

        records.ShouldNotBeEmpty();
        records.ShouldAllBe(record => record.Text("errorCode") == "AccessDenied");
    }

    [Fact]
    public async Task IAM_says_that_a_role_was_last_used_when_the_history_does()
    {
        var last = (await _zone.RecordsAsync()).Where(record => record.Principal() is not null)
            .GroupBy(record => record.Principal()!).ToDictionary(one => one.Key, one => one.Max(record => record.GetProperty("eventTime").GetDateTimeOffset()));

        // The collector's trial is gone, and its own records with it.
        foreach (var role in (await _zone.EntitiesAsync()).OfType<IamRoleDetail>().Select(one => one.Role).Where(role => role.Name != RegistrationPlan.DefaultRoleName))
        {
            (role.LastUsedAt is not null).ShouldBe(last.ContainsKey(role.Arn), role.Arn);
            (role.LastUsedAt - last.GetValueOrDefault(role.Arn, role.LastUsedAt ?? default))?.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromHours(3));
        }
    }

    private static string Stamp(string name) => name.Split('_')[^2];

    private static IEnumerable<(string Arn, DateTimeOffset At)> Made(IamEntity entity) => entity switch
    {
        IamUserDetail user => [(user.Arn, user.CreatedAt)],
        IamRoleDetail role => [(role.Arn, role.Role.CreatedAt)],
        _ => [],
    };
}
