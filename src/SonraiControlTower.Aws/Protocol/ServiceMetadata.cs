using Amazon.Runtime.Internal;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>The service's id, for the SDK's user agent.</summary>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
