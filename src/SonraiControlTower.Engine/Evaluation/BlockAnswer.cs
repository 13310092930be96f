namespace SonraiControlTower.Engine;

/// <summary>What is to be told of actions that the same statements are about, all resources taken together.</summary>
internal sealed record BlockAnswer
{
    public required string Decision { get; init; }

    public required string Layer { get; init; }

    public LiveStatement? DecidedBy { get; init; }

    /// <summary>The patterns of resources that they are allowed on, or may be.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The keys that the answer depends on.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Of an action that AWS asks no policy about.</summary>
    public static BlockAnswer OfFree(string action) => new()
    {
        Decision = PermissionDecision.Allowed,
        Layer = PolicyLayer.None,
        Resources = ["*"],
        Reasons = [ServiceRules.ReasonOfFree(action)],
    };

    public static BlockAnswer Of(ActionBlock block, CallerLayers layers)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(layers);
        var reasons = block.Statements.ConvertAll(statement => $"{layers.NameOf(statement.Layer)}: {Reason(statement)}");
        var possible = BlockReach.Possible(block.Statements, layers.Count);
        if (possible.Patterns.Count == 0 && possible.IsComplete)
        {
            return Denied(block.Statements, layers, reasons);
        }

        var sure = BlockReach.Sure(block.Statements, layers.Count);
        var limit = block.Statements.Find(statement => !statement.IsAllow && Touches(statement, sure.Patterns))
            ?? block.Statements.Find(statement => statement is { IsAllow: true, IsNot: true } && IsNeeded(statement, block.Statements, sure.Patterns));
        if (sure.Patterns.Count > 0 && limit is null)
        {
            var allow = block.Statements.Find(one => one.IsAllow && layers.NameOf(one.Layer) is PolicyLayer.IdentityPolicy
                && sure.Patterns[0].Specimens().Any(text => one.Applies(text) is Truth.True));
            return new BlockAnswer
            {
                Decision = PermissionDecision.Allowed,
                Layer = PolicyLayer.IdentityPolicy,
                DecidedBy = allow,
                Resources = [.. sure.Patterns.Select(glob => glob.ToString())],
                Reasons = reasons,
            };
        }

        var asking = block.Statements.Where(one => one.Holds is Truth.Unknown || one.Loose.Count > 0)
            .Where(one => !one.IsAllow || sure.Patterns.Count == 0).ToList();
        var decisive = limit ?? asking.FirstOrDefault();
        return new BlockAnswer
        {
            Decision = PermissionDecision.Conditional,
            Layer = decisive is null ? PolicyLayer.IdentityPolicy : layers.NameOf(decisive.Layer),
            DecidedBy = decisive,
            Resources = [.. possible.Patterns.Select(glob => glob.ToString())],
            Keys = [.. asking.SelectMany(layers.UnknownKeysOf).Distinct(StringComparer.OrdinalIgnoreCase)],
            Reasons = reasons,
        };
    }

    private static BlockAnswer Denied(List<LiveStatement> statements, CallerLayers layers, List<string> reasons)
    {
        var lacking = Enumerable.Range(CallerLayers.DenyOnly + 1, layers.Count - 1)
            .Where(layer => !statements.Exists(one => one.Layer == layer && one.IsAllow)).Select(layer => (int?)layer).FirstOrDefault();
        var deny = statements.Find(one => one is { IsAllow: false, Holds: Truth.True, IsEverywhere: true })
            ?? (lacking is null ? statements.Find(one => one is { IsAllow: false, Holds: Truth.True }) : null);
        if (deny is not null)
        {
            return new BlockAnswer
            {
                Decision = PermissionDecision.ExplicitlyDenied,
                Layer = layers.NameOf(deny.Layer),
                DecidedBy = deny,
                Reasons = reasons,
            };
        }

        // With an Allow in each layer they have no resource in common: the last one takes away what was left.
        var layer = layers.NameOf(lacking ?? layers.Count - 1);
        return new BlockAnswer
        {
            Decision = PermissionDecision.ImplicitlyDenied,
            Layer = layer,
            Reasons = [.. reasons, lacking is null ? $"{layer}: no resource is allowed by every layer." : $"{layer}: no statement allows it."],
        };
    }

    /// <summary>Whether a Deny takes a part of what is allowed.</summary>
    private static bool Touches(LiveStatement deny, IReadOnlyList<Glob> allowed) => deny.IsNot
        ? allowed.Any(glob => !deny.Sure.Any(named => named.Covers(glob)))
        : allowed.Any(glob => deny.Sure.Concat(deny.Loose).Any(named => GlobIntersection.Of(named, glob) is not { Patterns.Count: 0, IsComplete: true }));

    /// <summary>Whether what is allowed comes from a list of exceptions, and has one of them in it.</summary>
    private static bool IsNeeded(LiveStatement allow, List<LiveStatement> statements, IReadOnlyList<Glob> allowed) =>
        allowed.Any(glob =>
            allow.Sure.Concat(allow.Loose).Any(named => GlobIntersection.Of(named, glob) is not { Patterns.Count: 0, IsComplete: true })
            && !statements.Exists(one => one.Layer == allow.Layer && one is { IsAllow: true, IsNot: false, Holds: Truth.True }
                && one.Sure.Any(named => named.Covers(glob))));

    private static string Reason(LiveStatement statement)
    {
        var names = statement.Source.Resources ?? [];
        var where = statement.IsEverywhere ? "" : $" on {(statement.IsNot ? "all but " : "")}{Explanation.Some(names)}";
        var when = statement.Holds is Truth.Unknown ? $" if {string.Join(" and ", statement.Source.Conditions.Select(Explanation.Of))}" : "";
        return $"{statement.Policy.Name} {statement.Source.DisplayName} {(statement.IsAllow ? "allows" : "denies")} it{where}{when}.";
    }
}
