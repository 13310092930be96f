namespace SonraiControlTower.Engine;

/// <summary>
/// The Action or NotAction of a statement. Names of services and actions are the same in any case. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</see>.
/// </summary>
internal sealed class ActionMatcher
{
    /// <summary>Below this many patterns, to try them all is faster than to look for the service's.</summary>
    private const int FewPatterns = 8;

    private readonly bool _isNot;
    private readonly bool _isAll;
    private readonly Glob[] _ofAnyService;
    private readonly Dictionary<string, Glob[]>.AlternateLookup<ReadOnlySpan<char>>? _byService;

    public ActionMatcher(Statement statement)
    {
        _isNot = statement.IsNotAction;
        var globs = statement.Actions.Select(pattern => Glob.Parse(pattern.ToLowerInvariant())).ToArray();
        _isAll = Array.Exists(globs, glob => glob.IsAll);
        if (globs.Length <= FewPatterns)
        {
            _ofAnyService = globs;
            return;
        }

        _ofAnyService = [.. globs.Where(glob => ServiceOf(glob).IsEmpty)];
        _byService = globs.Where(glob => !ServiceOf(glob).IsEmpty)
            .GroupBy(glob => ServiceOf(glob).ToString(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="action">In small letters.</param>
    public bool Matches(string action) => (_isAll || IsAny(_ofAnyService, action) || IsOfService(action)) != _isNot;

    private static bool IsAny(Glob[] globs, string action)
    {
        foreach (var glob in globs)
        {
            if (glob.Matches(action))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The service that the pattern is bound to; nothing where a wildcard stands in it.</summary>
    private static ReadOnlySpan<char> ServiceOf(Glob glob)
    {
        var end = glob.Marked.AsSpan().IndexOfAny(':', Glob.Any, Glob.One);
        return end > 0 && glob.Marked[end] is ':' ? glob.Marked.AsSpan(0, end) : [];
    }

    private bool IsOfService(string action)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && _byService is { } byService && byService.TryGetValue(action.AsSpan(0, colon), out var globs) && IsAny(globs, action);
    }
}
