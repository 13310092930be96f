using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>The times of records, which CloudTrail gives in whole seconds of UTC.</summary>
internal static class LogTime
{
    private const int Length = 20;
    private const int SecondsADay = 86_400;
    private static readonly long _year1 = DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerDay;

    /// <summary>Seconds since 1970; null for what is no time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long? Parse(ReadOnlySpan<byte> text)
    {
        // 2026-10-03T10:10:10Z, as all of CloudTrail's are.
        if (text.Length == Length && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z'
            && Digits(text[..2], out var century) && Digits(text[2..4], out var year) && Digits(text[5..7], out var month)
            && Digits(text[8..10], out var day) && Digits(text[11..13], out var hour) && Digits(text[14..16], out var minute)
            && Digits(text[17..19], out var second) && IsDate((century * 100) + year, month, day) && hour < 24 && minute < 60 && second < 60)
        {
            return ((DaysBefore((century * 100) + year, month) + day - 1 - _year1) * SecondsADay) + (hour * 3600) + (minute * 60) + second;
        }

        return DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUnixTimeSeconds()
            : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DateTimeOffset Of(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsDate(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));

    /// <summary>Days from the first of January of year 1 to the first of the month.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long DaysBefore(int year, int month)
    {
        // Years that begin in March have the leap day at their end.
        var (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9);
        return (365L * y) + (y / 4) - (y / 100) + (y / 400) + (((153 * m) + 2) / 5) - 306;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Digits(ReadOnlySpan<byte> two, out int number)
    {
        var pair = BinaryPrimitives.ReadUInt16LittleEndian(two);
        var (tens, ones) = ((pair & 0xFF) - '0', (pair >> 8) - '0');
        number = (tens * 10) + ones;
        return (uint)tens <= 9 && (uint)ones <= 9;
    }
}
