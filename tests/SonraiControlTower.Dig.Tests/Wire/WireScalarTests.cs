using System.Text.Json;

namespace SonraiControlTower.Dig.Tests;

public sealed class WireScalarTests
{
    [Theory]
    [InlineData("\"2026-03-01T12:00:00Z\"")]
    [InlineData("\"2026-03-01T12:00:00.000Z\"")]
    [InlineData("\"2026-03-01T13:00:00+01:00\"")]
    [InlineData("\"2026-03-01T12:00:00\"")]
    [InlineData("1772366400")]
    [InlineData("1772366400000")]
    [InlineData("\"1772366400\"")]
    public void An_instant_is_read_however_it_is_written(string json)
    {
        WireScalar.Instant(JsonElement.Parse(json)).ShouldBe(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    [InlineData("{}")]
    [InlineData("1e300")]
    [InlineData("9999999999999999")]
    public void What_is_no_instant_is_nothing(string json)
    {
        WireScalar.Instant(JsonElement.Parse(json)).ShouldBeNull();
    }
}
