using System.Management.Automation;

namespace SonraiControlTower;

/// <summary>One thing that a saved search found. What else it has depends on the search: those members come as further properties.</summary>
/// <param name="Search">The name of the search.</param>
/// <param name="Card">The kind of thing, such as <c>Identities</c>.</param>
public sealed record SonraiSearchResult(string Search, string Card)
{
    /// <summary>The object as PowerShell shows it, with the members that the search found; none of them hides a property of its own.</summary>
    internal PSObject With(IReadOnlyDictionary<string, object?> members) => Add(PSObject.AsPSObject(this), members);

    private static PSObject Add(PSObject made, IReadOnlyDictionary<string, object?> members)
    {
        foreach (var (name, value) in members)
        {
            if (made.Properties[name] is null)
            {
                made.Properties.Add(new PSNoteProperty(name, Plain(value)));
            }
        }

        return made;
    }

    private static object? Plain(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> members => Add(new PSObject(), members),
        object?[] list => Array.ConvertAll(list, Plain),
        _ => value,
    };
}
