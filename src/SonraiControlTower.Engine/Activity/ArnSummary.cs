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

    private readonly List<ArnGroup> _groups = [];

    public ArnSummary()
    {
    }

    /// <summary>As it was written by <see cref="Level"/> and <see cref="Groups"/>.</summary>
    public ArnSummary(ArnBreadth level, IEnumerable<ArnGroup> groups)
    {
        Level = level;
        _groups.AddRange(groups);
    }

    public ArnBreadth Level { get; private set; }

    public IReadOnlyList<ArnGroup> Groups => _groups;

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

        var separator = arn[split..].IndexOfAny((byte)'/', (byte)':');
        var tail = separator < 0 ? split : split + separator + 1;
        GroupOf(arn[..tail]).Add(arn[tail..]);
        Fit();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ArnSummary other)
    {
        Raise(other.Level);
        foreach (var group in other._groups)
        {
            if (IsAnything)
            {
                return;
            }

            GroupOf(group.Prefix).Add(group);
            Fit();
        }
    }

    /// <summary>ARNs and patterns that cover all there were, in order; none where it says nothing.</summary>
    public IEnumerable<string> Patterns() => _groups.SelectMany(group => group.Patterns()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fit()
    {
        while (_groups.Count > Room)
        {
            Raise(Level + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Raise(ArnBreadth level)
    {
        if (level <= Level)
        {
            return;
        }

        Level = level;
        ArnGroup[] before = [.. _groups];
        _groups.Clear();
        if (IsAnything)
        {
            return;
        }

        foreach (var group in before)
        {
            GroupOf(group.Prefix).Add(group);
        }
    }

    /// <summary>The group for a prefix, which may be of a lower level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ArnGroup GroupOf(ReadOnlySpan<byte> prefix)
    {
        if (Level != ArnBreadth.Exact)
        {
            prefix = ArnText.Widen(prefix, Level);
        }

        foreach (var group in _groups)
        {
            if (prefix.SequenceEqual(group.Prefix))
            {
                return group;
            }
        }

        var made = new ArnGroup(prefix.ToArray(), Level >= ArnBreadth.AnyResource ? TailBreadth.Anything : TailBreadth.Exact);
        _groups.Add(made);
        return made;
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
