namespace SonraiControlTower.Engine;

/// <summary>What calls are counted apart.</summary>
/// <param name="Principal">Who called.</param>
/// <param name="Call">What was called.</param>
/// <param name="Error">With which error it ended; 0 for none.</param>
/// <param name="IsCopy">
/// Whether the record is the copy that the owner of a resource gets of a call from another account, beside the caller's own
/// (<c>sharedEventID</c>). It is the same call, so that the larger of the two numbers counts: copies alone where the caller's log is not there.
/// </param>
internal readonly record struct CallKey(int Principal, int Call, int Error, bool IsCopy)
{
    public bool Equals(CallKey other) => Principal == other.Principal && Call == other.Call && Error == other.Error && IsCopy == other.IsCopy;

    public override int GetHashCode()
    {
        var hash = ((uint)Principal * 0x9E37_79B1) ^ ((uint)Call * 0x85EB_CA77) ^ ((uint)Error * 0xC2B2_AE3D) ^ (IsCopy ? 1U : 0U);
        return (int)(hash ^ (hash >> 15));
    }
}

/// <summary>How often something was called, and on what.</summary>
/// <param name="key">Of what these are the counts.</param>
internal sealed class CallCount(CallKey key)
{
    public CallKey Key => key;

    public long Count { get; set; }

    /// <summary>Of these, how many named a version of an object.</summary>
    public long Versioned { get; set; }

    /// <summary>Of these, how many do not tell on what.</summary>
    public long Unplaced { get; set; }

    /// <summary>Seconds since 1970.</summary>
    public long First { get; set; } = long.MaxValue;

    /// <summary>Seconds since 1970.</summary>
    public long Last { get; set; } = long.MinValue;

    /// <summary>On what; null for nothing that is known.</summary>
    public ArnSummary? Resources { get; set; }

    /// <summary>Roles and instance profiles that the requests name; null for none.</summary>
    public ArnSummary? Roles { get; set; }

    public void Add(CallCount other)
    {
        Count += other.Count;
        Versioned += other.Versioned;
        Unplaced += other.Unplaced;
        First = Math.Min(First, other.First);
        Last = Math.Max(Last, other.Last);
        Resources = Sum(Resources, other.Resources);
        Roles = Sum(Roles, other.Roles);
    }

    private static ArnSummary? Sum(ArnSummary? ours, ArnSummary? theirs)
    {
        if (theirs is not null)
        {
            ours ??= new ArnSummary();
            ours.Add(theirs);
        }

        return ours;
    }
}
