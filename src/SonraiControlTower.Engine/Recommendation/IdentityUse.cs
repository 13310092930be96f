namespace SonraiControlTower.Engine;

/// <summary>What an identity did in the time that counts, as sets of actions.</summary>
internal sealed class IdentityUse
{
    private readonly IReadOnlyDictionary<int, ActionUse> _uses;

    /// <param name="usage">What records tell; null for nothing.</param>
    /// <param name="actions">How many actions the catalogue has.</param>
    /// <param name="since">From when on use counts.</param>
    public IdentityUse(PrincipalUsage? usage, int actions, DateTimeOffset since)
    {
        _uses = usage?.Actions ?? System.Collections.ObjectModel.ReadOnlyDictionary<int, ActionUse>.Empty;
        Used = new ActionSet(actions);
        OnlyDenied = new ActionSet(actions);
        foreach (var (action, use) in _uses)
        {
            // That a call was denied was seen; that another asked for the action besides its own is only concluded.
            if (use.Observed == 0 && use.Denied > 0)
            {
                OnlyDenied.Add(action);
            }
            else if (use.IsUsed && (use.LastUsedAt is null || use.LastUsedAt >= since))
            {
                Used.Add(action);
            }
        }
    }

    /// <summary>What was used, or what something that was used asks for.</summary>
    public ActionSet Used { get; }

    /// <summary>What was tried and never allowed, whenever that was.</summary>
    public ActionSet OnlyDenied { get; }

    public ActionUse? Of(int action) => _uses.GetValueOrDefault(action);

    /// <summary>The use of a group: that of all its members together.</summary>
    public static PrincipalUsage? Together(string arn, IEnumerable<PrincipalUsage?> members)
    {
        Dictionary<int, ActionUse>? together = null;
        foreach (var (action, use) in members.OfType<PrincipalUsage>().SelectMany(member => member.Actions))
        {
            together ??= [];
            together[action] = together.TryGetValue(action, out var before) ? Add(before, use) : use;
        }

        return together is null ? null : new PrincipalUsage(arn, IamKind.Group, together);
    }

    private static ActionUse Add(ActionUse one, ActionUse other) => new(
        one.Observed + other.Observed,
        one.Inferred + other.Inferred,
        one.Denied + other.Denied,
        one.FirstUsedAt is null || other.FirstUsedAt < one.FirstUsedAt ? other.FirstUsedAt : one.FirstUsedAt,
        one.LastUsedAt is null || other.LastUsedAt > one.LastUsedAt ? other.LastUsedAt : one.LastUsedAt,
        Resources(one, other));

    /// <summary>One who used it on what is not known makes it unknown for all; one who never did has no say.</summary>
    private static IReadOnlyList<string> Resources(ActionUse one, ActionUse other) => (one.IsUsed, other.IsUsed) switch
    {
        (false, _) => other.Resources,
        (_, false) => one.Resources,
        _ when one.Resources.Count == 0 || other.Resources.Count == 0 => [],
        _ => [.. one.Resources.Union(other.Resources, StringComparer.Ordinal)],
    };
}
