using Amazon.Runtime;
using Amazon.Util;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>The machine this process runs on.</summary>
internal sealed class ThisMachine : IMachine
{
    private readonly Lazy<bool> _isEc2Instance = new(new Ec2Host().IsInstance);

    public bool IsEc2Instance => _isEc2Instance.Value;

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    public string? InstanceRegion() => EC2InstanceMetadata.Region?.SystemName;

    public AWSCredentials InstanceCredentials() => new InstanceProfileAWSCredentials();

    public AWSCredentials ContainerCredentials() => new GenericContainerCredentials();
}
