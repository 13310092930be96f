namespace SonraiControlTower.Engine;

/// <summary>
/// What a user or role may do, all its layers taken together, as sets over the catalogue. It agrees with <see cref="Evaluator"/>: see each set.
/// Policies of resources are left out, resources are taken to be of the principal's own account, and what <see cref="ServiceRules"/> say is left out, too.
/// </summary>
internal sealed class EffectiveActions
{
    private EffectiveActions(ActionSet unlimited, ActionSet allowed, ActionSet conditional, ActionSet denied)
    {
        Unlimited = unlimited;
        Allowed = allowed;
        Conditional = conditional;
        Denied = denied;
    }

    // The sets may be shared: copy them before you change them.

    /// <summary>Each of these is allowed on every resource, whatever else the request says.</summary>
    public ActionSet Unlimited { get; }

    /// <summary>There is a resource that each of these is allowed on, whatever else the request says.</summary>
    public ActionSet Allowed { get; }

    /// <summary>None such, but a resource that each of these is allowed on if conditions hold that only a request can tell.</summary>
    public ActionSet Conditional { get; }

    /// <summary>Each of these is denied by a statement, on every resource and whatever the request says.</summary>
    public ActionSet Denied { get; }

    /// <summary>Those of a user or role.</summary>
    public static EffectiveActions Of(Principal principal, Guardrails guardrails, ActionCatalog catalog, OrganizationPolicies? organization = null) =>
        Of(new CallerLayers(Caller.Of(principal, organization), PolicySet.Of(principal, guardrails), catalog, RequestContext.Unknown), catalog);

    /// <summary>Those of any layers.</summary>
    public static EffectiveActions Of(CallerLayers layers, ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(catalog);

        // Where at most one layer names resources, there is one that all allow; where two do, that has to be seen.
        var sets = ActionSetPool.OfThread(catalog.Count);
        var sure = new Narrowing(sets);
        var maybe = new Narrowing(sets);
        var sums = layers.SumsOf(CallerLayers.DenyOnly, sets);
        var (denied, deniedSomewhere) = (sums.DeniedEverywhere, sums.DeniedSomewhere(sets));
        var (maybeDenied, maybeDeniedEverywhere) = (sums.MaybeDeniedSomewhere(sets), sums.MaybeDeniedEverywhere(sets));
        for (var layer = CallerLayers.DenyOnly + 1; layer < layers.Count; layer++)
        {
            sums = layers.SumsOf(layer, sets);
            sure.Add(sums.AllowedEverywhere, sums.AllowedSomewhere(sets), catalog);
            maybe.Add(sums.MaybeEverywhere(sets), sums.MaybeSomewhere(sets), catalog);
            denied = sets.Union(denied, sums.DeniedEverywhere);
            deniedSomewhere = sets.Union(deniedSomewhere, sums.DeniedSomewhere(sets));
            maybeDenied = sets.Union(maybeDenied, sums.MaybeDeniedSomewhere(sets));
            maybeDeniedEverywhere = sets.Union(maybeDeniedEverywhere, sums.MaybeDeniedEverywhere(sets));
        }

        var allowed = sets.Except(sure.Certain, maybeDenied);
        var possible = sets.Except(maybe.Certain, deniedSomewhere);
        var open = sets.Union(
            sets.Except(sets.Except(sure.Candidates, maybeDeniedEverywhere), allowed),
            sets.Except(maybe.Candidates, possible));
        open = sets.Except(open, denied);
        if (open is not null)
        {
            // They may be sets that others have, too.
            allowed = allowed is null ? sets.New() : sets.Copy(allowed);
            possible = possible is null ? sets.New() : sets.Copy(possible);
            Settle(open, layers, allowed, possible);
        }

        var none = layers.NoActions;
        var unlimited = sets.Except(sure.Everywhere, maybeDenied);
        var isSame = ReferenceEquals(unlimited, allowed);
        var kept = allowed?.Kept() ?? none;
        return new EffectiveActions(
            isSame ? kept : unlimited?.Kept() ?? none, kept, sets.Except(possible, allowed)?.Kept() ?? none, denied?.Kept() ?? none);
    }

    /// <summary>Looks at the resources of actions for which sums do not tell.</summary>
    private static void Settle(ActionSet open, CallerLayers layers, ActionSet allowed, ActionSet possible)
    {
        foreach (var block in ActionBlocks.Of(open, layers.StatementsAbout(open), layers).All)
        {
            var isAllowed = BlockReach.Sure(block.Statements, layers.Count).Patterns.Count > 0;
            var reach = isAllowed ? null : BlockReach.Possible(block.Statements, layers.Count);
            var isPossible = isAllowed || reach!.Patterns.Count > 0 || !reach.IsComplete;
            foreach (var action in block.Actions)
            {
                if (isAllowed)
                {
                    allowed.Add(action);
                }

                if (isPossible)
                {
                    possible.Add(action);
                }
            }
        }
    }

    /// <summary>Layers put on each other.</summary>
    private sealed class Narrowing(ActionSetPool sets)
    {
        private bool _isBegun;

        /// <summary>Actions that every layer allows everywhere.</summary>
        public ActionSet? Everywhere { get; private set; }

        /// <summary>Actions that every layer allows everywhere, but for one that allows them somewhere: so there is a resource.</summary>
        public ActionSet? Certain { get; private set; }

        /// <summary>Actions that every layer allows somewhere.</summary>
        public ActionSet? Candidates { get; private set; }

        public void Add(ActionSet? everywhere, ActionSet? somewhere, ActionCatalog catalog)
        {
            if (!_isBegun || (Everywhere is not null && Everywhere.Equals(catalog.All)))
            {
                _isBegun = true;
                (Everywhere, Certain, Candidates) = (everywhere, somewhere, somewhere);
                return;
            }

            // FullAWSAccess and its like narrow nothing.
            if (everywhere is not null && everywhere.Equals(catalog.All))
            {
                return;
            }

            Certain = sets.Union(sets.Intersect(Certain, everywhere), sets.Intersect(Everywhere, somewhere));
            Everywhere = sets.Intersect(Everywhere, everywhere);
            Candidates = sets.Intersect(Candidates, somewhere);
        }
    }
}
