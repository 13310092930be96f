namespace SonraiControlTower.Engine;

/// <summary>
/// Sets of actions put together into others, where null stands for none: what is given is never changed, and nothing is copied that does not differ.
/// </summary>
internal static class ActionSets
{
    public static ActionSet? Union(ActionSet? one, ActionSet? other)
    {
        if (one is null || other is null || ReferenceEquals(one, other))
        {
            return one ?? other;
        }

        var union = one.Copy();
        union.UnionWith(other);
        return union;
    }

    public static ActionSet? Intersect(ActionSet? one, ActionSet? other)
    {
        if (one is null || other is null || ReferenceEquals(one, other))
        {
            return other is null ? null : one;
        }

        if (!one.Overlaps(other))
        {
            return null;
        }

        var both = one.Copy();
        both.IntersectWith(other);
        return both;
    }

    /// <summary>Null where nothing is left.</summary>
    public static ActionSet? Except(ActionSet? one, ActionSet? other)
    {
        if (one is null || ReferenceEquals(one, other))
        {
            return null;
        }

        if (other is null || !one.Overlaps(other))
        {
            return one.IsEmpty ? null : one;
        }

        var rest = one.Copy();
        rest.ExceptWith(other);
        return rest.IsEmpty ? null : rest;
    }
}
