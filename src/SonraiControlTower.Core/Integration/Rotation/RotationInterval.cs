using System.Globalization;

namespace SonraiControlTower;

/// <summary>How long it is from one rotation to the next.</summary>
internal static class RotationInterval
{
    /// <summary>AWS rotates no more often
    /// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html">rotation schedules</see>).</summary>
    private static readonly TimeSpan _shortest = TimeSpan.FromHours(4);

    /// <summary>As the secret has it; where it has a schedule that cannot be told in time, as the stack was asked for.</summary>
    public static TimeSpan Of(SecretDescription secret, FunctionSettings settings) =>
        secret.AutomaticallyAfterDays is { } days ? TimeSpan.FromDays(days)
        : Rate(secret.ScheduleExpression) ?? TimeSpan.FromDays(settings.Number(FunctionSettings.RotationDays));

    /// <exception cref="SonraiException"><c>TokenOutlivedByInterval</c>, <c>RotationIntervalTooShort</c>.</exception>
    public static void DemandLonger(TimeSpan lifetime, TimeSpan interval)
    {
        if (interval < _shortest)
        {
            throw new SonraiException(RotationProblems.IntervalTooShort(interval));
        }

        if (lifetime <= interval)
        {
            throw new SonraiException(RotationProblems.OutlivedByInterval(lifetime, interval));
        }
    }

    private static TimeSpan? Rate(string? expression)
    {
        if (expression?.Trim() is not ['r', 'a', 't', 'e', '(', .. var inner, ')'] || inner.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var count, var unit]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return unit.TrimEnd('s') switch
        {
            "hour" => TimeSpan.FromHours(number),
            "day" => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
