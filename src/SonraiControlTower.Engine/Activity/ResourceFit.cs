using System.Text.RegularExpressions;

namespace SonraiControlTower.Engine;

/// <summary>Whether an ARN can be a resource of an action, by the formats of the catalogue.</summary>
internal static partial class ResourceFit
{
    /// <param name="arn">An ARN, or a pattern as <see cref="ArnSummary"/> makes them.</param>
    /// <param name="types">The types of resources that an action has; any ARN fits none.</param>
    public static bool Fits(string arn, IReadOnlyList<CatalogResourceType> types) =>
        types.Count == 0 || types.Any(type => type.ArnFormats.Count == 0 || type.ArnFormats.Any(format => Fits(arn, format)));

    private static bool Fits(string arn, string format)
    {
        // Names may have slashes, paths and so on in them; the name of a bucket never has, which tells it from an object.
        var pattern = Placeholder().Replace(Regex.Escape(format), match => match.Value.Contains("BucketName", StringComparison.Ordinal) ? "[^/]*" : ".*");
        return Regex.IsMatch(arn, $"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    /// <summary><c>${Name}</c>, escaped.</summary>
    [GeneratedRegex(@"\\\$\\\{[^}]*}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
