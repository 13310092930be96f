namespace SonraiControlTower.Binding;

/// <summary>
/// A filter of framework titles with PowerShell's wildcards. Titles of Sonrai's have dashes that no keyboard has, so every dash stands for every
/// other.
/// </summary>
internal static class TitlePattern
{
    public static Func<string, bool>? Matching(string[]? patterns) =>
        NamePattern.Matching(patterns is null ? null : Array.ConvertAll(patterns, Plain)) is { } matches ? title => matches(Plain(title)) : null;

    private static string Plain(string text) => text.Replace('\u2013', '-').Replace('\u2014', '-');
}
