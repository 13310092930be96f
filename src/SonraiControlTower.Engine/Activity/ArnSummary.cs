using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// A bounded account of many ARNs: a few as they are, more of them as patterns that end at a segment, and so on up to nothing in particular.
/// What it says depends on which ARNs there were, and not on their order or on which summary saw which of them: every level says what the level
/// below it says and a little less, and a summary is on the lowest level that has room.
/// </summary>
/// <remarks>
/// ARNs are in groups by what stands before the first separator of their resource part: a bucket, or a type of resources. Too many groups become
/// alike, first in their Region, then in their account, then in all but the service.
/// </remarks>
internal sealed class ArnSummary
{
    /// <summary>How many groups there may be.</summary>
    public const int Room = 12;

    private ArnGroup? _first;

    public ArnSummary()
    {
    }

    /// <summary>As it was written by <see cref="Level"/> and <see cref="Groups"/>.</summary>
    public ArnSummary(ArnBreadth level, IEnumerable<ArnGroup> groups)
    {
        Level = level;
        foreach (var group in groups)
        {
            Append(group);
        }
    }

    public ArnBreadth Level { get; private set; }

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; }

    public IEnumerable<ArnGroup> Groups
    {
        get
        {
            for (var group = _first; group is not null; group = group.Next)
            {
                yield return group;
            }
        }
    }

    /// <summary>Whether it says nothing any more: there may have been anything.</summary>
    public bool IsAnything => Level == ArnBreadth.Anything;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> arn)
    {
        if (IsAnything)
        {
            return;
        }

        if (arn.ContainsAny("*?$"u8))
        {
            arn = ArnText.Literal(arn);
        }

        var split = ArnText.ResourceStart(arn);
        if (split < 0)
        {
            Raise(ArnBreadth.Anything);
            return;
        }

        var separator = split;
        while (separator < arn.Length && arn[separator] is not ((byte)'/' or (byte)':'))
        {
            separator++;
        }

        var tail = separator == arn.Length ? split : separator + 1;
        GroupOf(arn[..tail], ArnGroup.BytesOf(arn[tail..])).Add(arn[tail..]);
        Fit();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ArnSummary other)
    {
        Raise(other.Level);
        for (var group = other._first; group is not null && !IsAnything; group = group.Next)
        {
            GroupOf(group.Prefix, group.TailBytes).Add(group);
            Fit();
        }
    }

    /// <summary>ARNs and patterns that cover all there were, in order; none where it says nothing.</summary>
    public IEnumerable<string> Patterns() => Groups.SelectMany(group => group.Patterns()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private void Fit()
    {
        while (Count > Room)
        {
            Raise(Level + 1);
        }
    }

    private void Raise(ArnBreadth level)
    {
        if (level <= Level)
        {
            return;
        }

        Level = level;
        var before = _first;
        (_first, Count) = (null, 0);
        for (var group = before; group is not null && !IsAnything; group = group.Next)
        {
            GroupOf(group.Prefix, group.TailBytes).Add(group);
        }
    }

    /// <summary>The group for a prefix, which may be of a lower level.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="room">What its tails will need.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ArnGroup GroupOf(ReadOnlySpan<byte> prefix, int room)
    {
        if (Level != ArnBreadth.Exact)
        {
            prefix = ArnText.Widen(prefix, Level);
        }

        for (var group = _first; group is not null; group = group.Next)
        {
            if (Bytes.AreSame(prefix, group.Prefix))
            {
                return group;
            }
        }

        var made = new ArnGroup(prefix, Level >= ArnBreadth.AnyResource ? TailBreadth.Anything : TailBreadth.Exact, room);
        Append(made);
        return made;
    }

    private void Append(ArnGroup made)
    {
        Count++;
        if (_first is not { } last)
        {
            _first = made;
            return;
        }

        while (last.Next is { } next)
        {
            last = next;
        }

        last.Next = made;
    }
}

/// <summary>How much of the first parts of its ARNs a summary still tells apart.</summary>
internal enum ArnBreadth
{
    Exact,
    AnyRegion,
    AnyAccount,
    AnyResource,
    Anything,
}
