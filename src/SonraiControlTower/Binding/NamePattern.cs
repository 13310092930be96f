using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>A name filter with PowerShell's wildcards, without regard to case; null accepts every name.</summary>
internal static class NamePattern
{
    public static Func<string, bool>? Matching(string[]? patterns)
    {
        if (patterns is null or [])
        {
            return null;
        }

        var compiled = Array.ConvertAll(patterns, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase));
        return name => Array.Exists(compiled, pattern => pattern.IsMatch(name));
    }
}
