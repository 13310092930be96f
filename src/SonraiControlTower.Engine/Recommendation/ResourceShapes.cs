using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Engine;

/// <summary>
/// What resources of an action look like, as AWS's Service Authorization Reference has it
/// (<see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">resource types</see>),
/// and whether what was used tells enough of them to narrow a permission to it.
/// </summary>
internal sealed partial class ResourceShapes(ActionCatalog catalog)
{
    private readonly ConcurrentDictionary<int, IReadOnlyList<Shape>> _shapes = new();

    /// <summary>
    /// The resources that the action may be narrowed to, parts of them included; empty where it must stay as it is: where it knows no resources, where
    /// something was used that is none of its types, or where one of the types that a call always has is missing, such as the subnet of RunInstances.
    /// </summary>
    public IReadOnlyList<string> Usable(int action, IReadOnlyList<string> resources)
    {
        var shapes = _shapes.GetOrAdd(action, Read);
        if (resources.Count == 0 || shapes.Count == 0)
        {
            return [];
        }

        List<string> usable = [];
        var missing = shapes.Where(shape => shape.IsRequired).Select(shape => shape.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            var fits = false;
            foreach (var shape in shapes)
            {
                if (PatternRelation.Overlap(shape.Pattern, resource))
                {
                    fits = true;
                    missing.Remove(shape.Name);
                    usable.AddRange(shape.Parts.Select(part => resource + part));
                }
            }

            if (!fits)
            {
                return [];
            }

            usable.Add(resource);
        }

        return missing.Count == 0 ? usable : [];
    }

    private Shape[] Read(int action)
    {
        var types = catalog[action].ResourceTypes;
        return [.. types.SelectMany(type => type.ArnFormats.Select(format => new Shape(type.Name, Variables().Replace(format, "*"), type.IsRequired, [.. Parts(format, types)])))];
    }

    /// <summary>
    /// What an ARN may go on with where the call is about a part of what the record names: a record of DynamoDB has the table, and IAM asks about its
    /// index. CloudWatch Logs asks about streams in the name of the group
    /// (<see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html">log-group ARNs</see>).
    /// </summary>
    private static IEnumerable<string> Parts(string format, IReadOnlyList<CatalogResourceType> types) =>
        types.SelectMany(type => type.ArnFormats)
            .Where(other => other.Length > format.Length && other.StartsWith(format, StringComparison.Ordinal) && other[format.Length] is '/' or ':')
            .Select(other => Variables().Replace(other[format.Length..], "*"))
            .Concat(format.Contains(":log-group:", StringComparison.Ordinal) && !format.Contains(":log-stream:", StringComparison.Ordinal) ? [":*"] : [])
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Variables();

    /// <param name="Name">The type's name.</param>
    /// <param name="Pattern">Its ARN with <c>*</c> for what differs.</param>
    /// <param name="IsRequired">Whether a call always has one.</param>
    /// <param name="Parts">What ARNs of parts of it go on with.</param>
    private sealed record Shape(string Name, string Pattern, bool IsRequired, IReadOnlyList<string> Parts);
}
