using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>The SDK's envelope around an operation's answer.</summary>
internal sealed class JsonAnswer<T> : AmazonWebServiceResponse
{
    public T? Value { get; init; }
}
