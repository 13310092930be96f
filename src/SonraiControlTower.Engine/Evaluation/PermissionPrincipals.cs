namespace SonraiControlTower.Engine;

/// <summary>Finds principals by patterns of their ARNs or names, in any case.</summary>
internal static class PermissionPrincipals
{
    /// <summary>Those that any of the patterns names, in the estate's order; all for no patterns.</summary>
    /// <exception cref="SonraiException"><c>PrincipalNotFound</c>: a pattern names nobody.</exception>
    public static IReadOnlyList<Principal> Find(Estate estate, IReadOnlyList<string> patterns)
    {
        if (patterns.Count == 0)
        {
            return [.. estate.Principals];
        }

        var globs = patterns.Select(pattern => Glob.Parse(pattern.Trim().ToLowerInvariant())).ToArray();
        var isFound = new bool[globs.Length];
        var found = new List<Principal>();
        foreach (var principal in estate.Principals)
        {
            var arn = principal.Arn.ToLowerInvariant();
            var name = principal.Name.ToLowerInvariant();
            var isOne = false;
            for (var i = 0; i < globs.Length; i++)
            {
                if (globs[i].Matches(arn) || globs[i].Matches(name))
                {
                    isOne = isFound[i] = true;
                }
            }

            if (isOne)
            {
                found.Add(principal);
            }
        }

        return Array.IndexOf(isFound, false) is >= 0 and var missing
            ? throw new SonraiException(IdentityProblems.PrincipalNotFound(patterns[missing]))
            : found;
    }
}
