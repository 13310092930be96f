using System.Collections.Concurrent;
using System.Globalization;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// When something happens in the estate: in some hours of each of a few days of the last 90, the last of them just before the landing zone was
/// opened. Every account rests on one of the days between.
/// </summary>
internal sealed class Calendar(DateTimeOffset openedAt)
{
    private static readonly TimeSpan _span = TimeSpan.FromHours(3);
    private static readonly int[] _daysAgo = [0, 19, 41, 63, 88];

    private readonly Hours[] _days = [.. _daysAgo.Select(daysAgo => At(openedAt, daysAgo))];
    private readonly ConcurrentDictionary<AccountId, IReadOnlyList<Hours>> _ofAccounts = [];

    /// <summary>The hours in which an account is busy, the latest first.</summary>
    public IReadOnlyList<Hours> Of(AccountId account) => _ofAccounts.GetOrAdd(account, one =>
    {
        var rest = 1 + StableId.Below(_daysAgo.Length - 2, one.ToString(), "rest");
        return [.. _days.Index().Where(day => day.Index != rest).Select(day => day.Item)];
    });

    /// <summary>How often a habit is lived in which hours: in turn, the latest first; never before there was somebody to.</summary>
    public IEnumerable<(Hours Hours, int Times)> Of(AccountId account, Habit habit, DateTimeOffset createdAt)
    {
        List<Hours> hours = [.. Of(account).Where(one => one.DaysAgo <= habit.DaysAgo.From && one.DaysAgo >= habit.DaysAgo.To && one.From > createdAt)];
        return hours.Index()
            .Select(one => (one.Item, Times: (habit.Times / hours.Count) + (one.Index < habit.Times % hours.Count ? 1 : 0)))
            .Where(one => one.Times > 0);
    }

    /// <summary>When somebody was last at work; null for never.</summary>
    public DateTimeOffset? LastOf(AccountId account, Inhabitant inhabitant, DateTimeOffset createdAt)
    {
        var hours = inhabitant.Habits.SelectMany(habit => Of(account, habit, createdAt)).Select(one => one.Hours.To).ToList();
        return hours.Count > 0 ? hours.Max() : null;
    }

    private static Hours At(DateTimeOffset openedAt, int daysAgo)
    {
        var end = daysAgo == 0
            ? openedAt.AddMinutes(-30)
            : new DateTimeOffset(openedAt.AddDays(-daysAgo).UtcDateTime.Date, TimeSpan.Zero)
                .AddMinutes(600 + StableId.Below(360, "hours", daysAgo.ToString(CultureInfo.InvariantCulture)));
        return new Hours(daysAgo, end - _span, end);
    }
}

/// <summary>Some hours of a day.</summary>
internal sealed record Hours(int DaysAgo, DateTimeOffset From, DateTimeOffset To);
