using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol.RestJson;

/// <summary>The SDK's envelope around an operation's answer.</summary>
internal sealed class RestAnswer<T> : AmazonWebServiceResponse
{
    public T? Value { get; init; }
}
