namespace SonraiControlTower.Help.Tests;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sonrai-help-").FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public TemporaryFolder With(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
