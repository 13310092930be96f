namespace SonraiControlTower.Engine;

/// <summary>
/// On which resources the statements of one identity have to allow what it used. A statement keeps its own resources where it is not known of every
/// call what it was about, or where no statement of the identity explains one of them: then something else allowed it, or the record names it otherwise
/// than the policy does.
/// </summary>
/// <param name="use">What the identity did.</param>
/// <param name="statements">All Allow statements that it has, by itself and through groups.</param>
/// <param name="shapes">What resources look like.</param>
internal sealed class Narrowing(IdentityUse use, IReadOnlyList<StatementGrant> statements, ResourceShapes shapes)
{
    private readonly Dictionary<int, IReadOnlyList<string>> _resources = [];

    /// <summary>
    /// Null where the statement's own resources stay; none where nothing of the action went through this statement; else patterns that do not reach
    /// beyond the statement's own.
    /// </summary>
    public IReadOnlyList<string>? Of(StatementGrant grant, int action)
    {
        if (grant.Statement is not { IsNotResource: false, Resources: { } own })
        {
            return null;
        }

        if (!_resources.TryGetValue(action, out var used))
        {
            _resources[action] = used = Explained(action);
        }

        if (used.Count == 0)
        {
            return null;
        }

        var narrowed = ResourcePatterns.Simplify(Within(own, used));
        var general = ResourcePatterns.Generalize(narrowed);
        var result = general.TrueForAll(pattern => own.Any(mine => PatternRelation.Covers(mine, pattern))) ? general : narrowed;
        return result.Count > ResourcePatterns.Most || IsAll(own, result) ? null : result;
    }

    /// <summary>The part of what was used that lies within a statement's resources; a resource of the statement that lies across it stays as it is.</summary>
    private static IEnumerable<string> Within(IReadOnlyList<string> own, IReadOnlyList<string> used)
    {
        foreach (var resource in used)
        {
            if (own.Any(mine => PatternRelation.Covers(mine, resource)))
            {
                yield return resource;
                continue;
            }

            foreach (var mine in own.Where(mine => PatternRelation.Overlap(mine, resource)))
            {
                yield return mine;
            }
        }
    }

    /// <summary>Whether narrowing changes nothing.</summary>
    private static bool IsAll(IReadOnlyList<string> own, List<string> narrowed) => own.All(mine => narrowed.Exists(pattern => PatternRelation.Covers(pattern, mine)));

    private IReadOnlyList<string> Explained(int action)
    {
        if (use.Of(action) is not { IsUsed: true } one)
        {
            return [];
        }

        var usable = shapes.Usable(action, one.Resources);
        return usable.Count > 0 && one.Resources.All(resource => statements.Any(grant => grant.Actions[action] && Explains(grant.Statement, resource))) ? usable : [];
    }

    private static bool Explains(Statement statement, string resource) =>
        statement is { IsNotResource: false, Resources: { } own } ? own.Any(mine => PatternRelation.Overlap(mine, resource)) : statement.IsNotResource;
}
