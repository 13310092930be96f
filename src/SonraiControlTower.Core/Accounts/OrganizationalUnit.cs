namespace SonraiControlTower;

/// <summary>An organizational unit, or the root, with its place in the tree.</summary>
/// <param name="Id"><c>ou-…</c>, or <c>r-…</c> for the root.</param>
/// <param name="Name">The name as Organizations has it.</param>
/// <param name="Path">The names from the root, such as <c>/Workloads/Prod</c>; <c>/</c> for the root itself. AWS allows a slash inside a name.</param>
/// <param name="Depth">How many levels below the root; 0 for the root itself.</param>
public sealed record OrganizationalUnit(string Id, string Name, string Path, int Depth)
{
    /// <summary>The root of the tree.</summary>
    public static OrganizationalUnit Root(string id, string name) => new(id, name, "/", 0);

    /// <summary>The unit one level down.</summary>
    public OrganizationalUnit Child(string id, string name) => new(id, name, Path == "/" ? $"/{name}" : $"{Path}/{name}", Depth + 1);

    /// <summary>True if the text is this unit's id, its path, or its name. Names are compared without regard to case.</summary>
    public bool IsCalled(string text) =>
        Id == text
        || Path.Equals(text.Length > 1 ? text.TrimEnd('/') : text, StringComparison.OrdinalIgnoreCase)
        || Name.Equals(text, StringComparison.OrdinalIgnoreCase);
}
