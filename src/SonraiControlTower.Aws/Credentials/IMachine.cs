using Amazon.Runtime;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>What this machine knows of itself: the environment, and whether it is one of AWS's.</summary>
internal interface IMachine
{
    /// <summary>An environment variable; null if it is not set or empty.</summary>
    string? Variable(string name);

    /// <summary>True if this is known, without asking the network, to be an EC2 instance.</summary>
    bool IsEc2Instance { get; }

    /// <summary>The region that the EC2 instance metadata names; asks the link-local address.</summary>
    string? InstanceRegion();

    /// <summary>The keys of the EC2 instance's role; asks the link-local address.</summary>
    AWSCredentials InstanceCredentials();

    /// <summary>The keys of the container's role, at the address that the environment names.</summary>
    AWSCredentials ContainerCredentials();
}
