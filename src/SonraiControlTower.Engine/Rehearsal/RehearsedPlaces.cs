namespace SonraiControlTower.Engine;

/// <summary>
/// Where in a pattern of resources policies can tell one resource from another. Records of many resources are kept as a pattern, which a policy may
/// allow in several parts, or but for a part that it denies or leaves out (<c>NotResource</c>).
/// </summary>
/// <param name="before">The policies as they are.</param>
/// <param name="after">The policies as they are to be.</param>
internal sealed class RehearsedPlaces(PolicySet before, PolicySet after)
{
    /// <summary>More places are not looked at: patterns that all overlap have as many in common as the cube of their number.</summary>
    private const int Most = 10_000;

    private readonly CompiledStatement[] _statements = [.. Statements(before).Concat(Statements(after))];
    private readonly CompiledStatement[] _narrowing = [.. Statements(before).Concat(Statements(after)).Where(statement => !statement.Source.IsAllow || statement.Resources is { IsNot: true })];

    /// <summary>The resource of a request, and where it is a pattern, what it has in common with each pattern that a statement names.</summary>
    public IEnumerable<Glob> Of(AccessRequest request)
    {
        var whole = Glob.Parse(request.Resource);
        if (whole.IsExact)
        {
            return [whole];
        }

        // What is allowed in part may be denied in a part of that, or everywhere but there, or be left out; before and afterwards, each of itself.
        var places = Within([whole], [.. Named(_statements, request)]);
        List<Glob> narrowing = [.. Named(_narrowing, request).DistinctBy(glob => glob.Marked)];
        return Within(Within(places, narrowing), narrowing);
    }

    /// <summary>The places, and what each has in common with each of some patterns.</summary>
    private static List<Glob> Within(IEnumerable<Glob> places, List<Glob> patterns)
    {
        List<Glob> all = [.. places];
        var known = all.Select(place => place.Marked).ToHashSet(StringComparer.Ordinal);
        var common = from place in all.ToList()
                     from pattern in patterns
                     from one in GlobIntersection.Of(place, pattern).Patterns
                     where known.Add(one.Marked)
                     select one;
        all.AddRange(common.Take(Math.Max(0, Most - all.Count)));
        return all;
    }

    private static IEnumerable<Glob> Named(CompiledStatement[] statements, AccessRequest request)
    {
        foreach (var statement in statements)
        {
            if (statement.Resources is { } resources && statement.MatchesAction(request.Action))
            {
                foreach (var glob in resources.Globs)
                {
                    yield return glob;
                }

                foreach (var template in resources.Templates)
                {
                    if (template.Resolve(request, out var marked) is not Truth.False)
                    {
                        yield return Glob.FromMarked(marked);
                    }
                }
            }
        }
    }

    private static IEnumerable<CompiledStatement> Statements(PolicySet policies) =>
        policies.Identity
            .Concat(policies.Boundary is { } boundary ? [boundary] : [])
            .Concat(policies.ServiceControl.SelectMany(level => level))
            .Concat(policies.ResourceControl.SelectMany(level => level))
            .SelectMany(held => held.Policy.Compiled);
}
