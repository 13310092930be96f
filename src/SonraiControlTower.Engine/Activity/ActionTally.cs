namespace SonraiControlTower.Engine;

/// <summary>How one principal used one action, what was seen and what is concluded apart.</summary>
internal sealed class ActionTally
{
    private long _lastDenied = long.MinValue;

    public UseTally Observed { get; } = new();

    public UseTally Inferred { get; } = new();

    public long Denied { get; private set; }

    /// <summary>When it was last refused; null for never.</summary>
    public DateTimeOffset? LastDeniedAt => Denied == 0 ? null : LogTime.Of(_lastDenied);

    public void Deny(CallCount call)
    {
        Denied += call.Count;
        _lastDenied = Math.Max(_lastDenied, call.Last);
    }

    public void Add(ActionTally other)
    {
        Observed.Add(other.Observed);
        Inferred.Add(other.Inferred);
        Denied += other.Denied;
        _lastDenied = Math.Max(_lastDenied, other._lastDenied);
    }

    public ActionUse ToUse(CatalogAction action)
    {
        var all = new UseTally();
        all.Add(Observed);
        all.Add(Inferred);
        return new ActionUse(Observed.Count, Inferred.Count, Denied, all.FirstAt, all.LastAt, all.Resources(action));
    }
}

/// <summary>Uses of one action in one way.</summary>
internal sealed class UseTally
{
    private readonly ArnSummary _resources = new();
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private bool _isUnplaced;

    public long Count { get; private set; }

    public DateTimeOffset? FirstAt => Count == 0 ? null : LogTime.Of(_first);

    public DateTimeOffset? LastAt => Count == 0 ? null : LogTime.Of(_last);

    /// <param name="count">How often.</param>
    /// <param name="call">When.</param>
    /// <param name="resources">On what; null for not known.</param>
    public void Add(long count, CallCount call, ArnSummary? resources)
    {
        if (count == 0)
        {
            return;
        }

        Count += count;
        _first = Math.Min(_first, call.First);
        _last = Math.Max(_last, call.Last);
        _isUnplaced |= resources is null;
        if (resources is not null)
        {
            _resources.Add(resources);
        }
    }

    public void Add(UseTally other)
    {
        Count += other.Count;
        _first = Math.Min(_first, other._first);
        _last = Math.Max(_last, other._last);
        _isUnplaced |= other._isUnplaced;
        _resources.Add(other._resources);
    }

    /// <summary>
    /// ARNs and patterns that cover all uses; empty where that is not known. A record names what the call has to do with besides, such as the bucket of
    /// an object: what is no resource of the action is left out. An instance profile that was handed on stays, as it stands for the role in it.
    /// </summary>
    public IReadOnlyList<string> Resources(CatalogAction action) =>
        _isUnplaced || _resources.IsAnything ? [] : [.. _resources.Patterns().Where(arn => ResourceFit.Fits(arn, action.ResourceTypes) || IsPassed(arn, action))];

    private static bool IsPassed(string arn, CatalogAction action) =>
        action.Name == "iam:PassRole" && arn.Contains(":instance-profile/", StringComparison.Ordinal);
}
