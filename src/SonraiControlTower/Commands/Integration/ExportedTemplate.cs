namespace SonraiControlTower;

/// <summary>A template that was written into a file.</summary>
/// <param name="Name">Which template.</param>
/// <param name="Path">The file.</param>
public sealed record ExportedTemplate(string Name, string Path)
{
    public override string ToString() => Path;
}
