using Amazon.Runtime;
using SonraiControlTower.Aws.Credentials;

namespace SonraiControlTower.Aws.Tests.Credentials;

/// <summary>A machine that knows only what a test says; its shared files are those of the test, or none.</summary>
internal sealed class FakeMachine : IMachine
{
    private const string Nowhere = "/nowhere/sonrai-tests/config";
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal)
    {
        ["AWS_CONFIG_FILE"] = Nowhere,
        ["AWS_SHARED_CREDENTIALS_FILE"] = Nowhere,
    };

    public string? this[string name]
    {
        set => _variables[name] = value ?? "";
    }

    public bool IsEc2Instance { get; init; }

    public string? RegionOfInstance { get; init; }

    public int MetadataRequests { get; private set; }

    public static AWSCredentials OfContainer { get; } = new BasicAWSCredentials("CONTAINER", "secret");

    public static AWSCredentials OfInstance { get; } = new BasicAWSCredentials("INSTANCE", "secret");

    public string? Variable(string name) => _variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public string? InstanceRegion()
    {
        MetadataRequests++;
        return RegionOfInstance;
    }

    public AWSCredentials InstanceCredentials()
    {
        MetadataRequests++;
        return OfInstance;
    }

    public AWSCredentials ContainerCredentials() => OfContainer;
}
