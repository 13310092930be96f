using System.Text.Json;
using SonraiControlTower.Aws.Organizations.Wire;

namespace SonraiControlTower.Aws.Tests.Organizations.Wire;

public sealed class WireMappingTests
{
    [Theory]
    [InlineData("""{"Id":"111111111111","State":"PENDING_ACTIVATION","Status":"ACTIVE"}""", "PENDING_ACTIVATION")]
    [InlineData("""{"Id":"111111111111","Status":"SUSPENDED"}""", "SUSPENDED")]
    [InlineData("""{"Id":"111111111111"}""", "UNKNOWN")]
    public void The_newer_State_counts_before_the_older_Status(string account, string status) =>
        Read(account).Status.ShouldBe(status);

    [Fact]
    public void A_timestamp_is_seconds_with_a_fraction() =>
        Read("""{"Id":"111111111111","JoinedTimestamp":1767225600.123}""").JoinedTimestamp
            .ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, 123, TimeSpan.Zero));

    [Fact]
    public void An_organization_must_say_who_it_is() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(
            """{"Organization":{"Id":"o-exampleorgid"}}""", WireJson.Default.DescribeOrganizationAnswer));

    private static OrgAccount Read(string account) =>
        WireMapping.ToAccount(JsonSerializer.Deserialize(account, WireJson.Default.WireAccount)!, parentId: null);
}
