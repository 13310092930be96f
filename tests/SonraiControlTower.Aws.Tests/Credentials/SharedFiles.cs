namespace SonraiControlTower.Aws.Tests.Credentials;

/// <summary>The shared configuration files of one test.</summary>
internal sealed class SharedFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sonrai-aws-");

    public SharedFiles(string config = "", string credentials = "")
    {
        File.WriteAllText(Config, config);
        File.WriteAllText(Credentials, credentials);
    }

    public string Config => Path.Combine(_folder.FullName, "my-config");

    public string Credentials => Path.Combine(_folder.FullName, "my-credentials");

    /// <summary>Writes a further file beside them and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A machine whose variables name these files.</summary>
    public FakeMachine Machine() => new() { ["AWS_CONFIG_FILE"] = Config, ["AWS_SHARED_CREDENTIALS_FILE"] = Credentials };

    public void Dispose() => _folder.Delete(recursive: true);
}
