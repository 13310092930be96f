namespace SonraiControlTower.Engine;

/// <summary>
/// Puts sets of actions together into others, where null stands for none: what is given is never changed, and nothing is copied that does not differ. What
/// it makes is its own and is used again when the thread asks for it anew: a whole estate asks for a hundred thousand sets of three kilobytes, each needed for a
/// millionth of a second. One for each thread.
/// </summary>
internal sealed class ActionSetPool
{
    [ThreadStatic]
    private static ActionSetPool? _ofThread;

    private readonly List<ActionSet> _sets = [];
    private readonly int _size;
    private int _used;

    /// <param name="size">How many actions the catalogue has.</param>
    private ActionSetPool(int size) => _size = size;

    /// <summary>The one of this thread, with nothing of it in use.</summary>
    /// <param name="size">How many actions the catalogue has.</param>
    public static ActionSetPool OfThread(int size)
    {
        if (_ofThread is not { } pool || pool._size != size)
        {
            _ofThread = pool = new ActionSetPool(size);
        }

        pool._used = 0;
        return pool;
    }

    /// <summary>A set that nothing is in.</summary>
    public ActionSet New()
    {
        var made = Next();
        made.Clear();
        return made;
    }

    public ActionSet Copy(ActionSet one)
    {
        var copy = Next();
        copy.Become(one);
        return copy;
    }

    public ActionSet? Union(ActionSet? one, ActionSet? other)
    {
        if (one is null || other is null || ReferenceEquals(one, other))
        {
            return one ?? other;
        }

        var union = Copy(one);
        union.UnionWith(other);
        return union;
    }

    public ActionSet? Intersect(ActionSet? one, ActionSet? other)
    {
        if (one is null || other is null || ReferenceEquals(one, other))
        {
            return other is null ? null : one;
        }

        if (!one.Overlaps(other))
        {
            return null;
        }

        var both = Copy(one);
        both.IntersectWith(other);
        return both;
    }

    /// <summary>Null where nothing is left.</summary>
    public ActionSet? Except(ActionSet? one, ActionSet? other)
    {
        if (one is null || ReferenceEquals(one, other))
        {
            return null;
        }

        if (other is null || !one.Overlaps(other))
        {
            return one.IsEmpty ? null : one;
        }

        var rest = Copy(one);
        rest.ExceptWith(other);
        return rest.IsEmpty ? null : rest;
    }

    private ActionSet Next()
    {
        if (_used == _sets.Count)
        {
            _sets.Add(new ActionSet(_size, isLent: true));
        }

        return _sets[_used++];
    }
}
