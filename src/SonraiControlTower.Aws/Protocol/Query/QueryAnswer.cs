using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>The SDK's envelope around an operation's answer.</summary>
internal sealed class QueryAnswer<T> : AmazonWebServiceResponse
{
    public T? Value { get; init; }
}
