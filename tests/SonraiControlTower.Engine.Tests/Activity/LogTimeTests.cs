using System.Globalization;
using CsCheck;

namespace SonraiControlTower.Engine.Tests;

public sealed class LogTimeTests
{
    [Fact]
    public void Every_second_of_CloudTrails_form_is_read() => Gen.Long[-62_135_596_800, 253_402_300_799].Sample(seconds =>
    {
        var text = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        LogTime.Parse(LogReading.Utf8(text)).ShouldBe(seconds);
    });

    [Theory]
    [InlineData("2026-10-01T10:00:00.123Z", 1_790_848_800)]
    [InlineData("2026-10-01T12:00:00+02:00", 1_790_848_800)]
    [InlineData("2024-02-29T00:00:00Z", 1_709_164_800)]
    public void Other_forms_are_read_too(string text, long seconds) => LogTime.Parse(LogReading.Utf8(text)).ShouldBe(seconds);

    [Theory]
    [InlineData("2026-02-30T10:00:00Z")]
    [InlineData("2026-13-01T10:00:00Z")]
    [InlineData("2026-10-01T25:00:00Z")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void What_is_no_time_is_none(string text) => LogTime.Parse(LogReading.Utf8(text)).ShouldBeNull();
}
