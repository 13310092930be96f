namespace SonraiControlTower.Engine;

/// <summary>What becomes of an Allow statement.</summary>
/// <param name="Grant">The statement.</param>
/// <param name="IsUnchanged">Whether it stays as it is written.</param>
/// <param name="Narrowed">The actions that are to be allowed on other resources than it has, by these; with no resources, on none at all.</param>
internal sealed record StatementNeed(StatementGrant Grant, bool IsUnchanged, IReadOnlyList<NarrowedActions> Narrowed)
{
    /// <param name="grant">The statement.</param>
    /// <param name="policy">The policy that it is of.</param>
    /// <param name="kept">The actions that the policy keeps.</param>
    /// <param name="unseen">The actions that logs cannot show: that one was seen does not tell that it was all, so it is not narrowed.</param>
    /// <param name="use">What the identity did.</param>
    /// <param name="narrowing">On which resources.</param>
    public static StatementNeed Of(
        StatementGrant grant, PolicyGrant policy, ActionSet kept, ActionSet unseen, IdentityUse use, Narrowing narrowing)
    {
        List<NarrowedActions>? narrowed = null;
        var used = use.Used.Copy();
        used.IntersectWith(grant.Actions);
        used.IntersectWith(kept);
        used.ExceptWith(unseen);
        foreach (var action in used.Actions())
        {
            if (narrowing.Of(grant, action) is { } resources)
            {
                narrowed ??= [];
                if (narrowed.Find(one => one.Resources.SequenceEqual(resources, StringComparer.Ordinal)) is { } same)
                {
                    same.Actions.Add(action);
                }
                else
                {
                    narrowed.Add(new NarrowedActions(resources, [action]));
                }
            }
        }

        return new StatementNeed(grant, narrowed is null && policy.IsKept(grant.Actions, kept, use.OnlyDenied), narrowed ?? []);
    }

    /// <summary>Of the actions that the policy keeps, those that this statement goes on to allow on its own resources.</summary>
    public ActionSet Whole(ActionSet kept)
    {
        var whole = Grant.Actions.Copy();
        whole.IntersectWith(kept);
        foreach (var action in Narrowed.SelectMany(one => one.Actions))
        {
            whole.Remove(action);
        }

        return whole;
    }
}

/// <summary>Actions that are allowed on the same resources.</summary>
internal sealed record NarrowedActions(IReadOnlyList<string> Resources, List<int> Actions);
