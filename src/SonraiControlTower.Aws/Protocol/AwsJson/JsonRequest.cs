using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>A request ready to be sent: the target and the body.</summary>
internal sealed class JsonRequest(string target, byte[] body) : AmazonWebServiceRequest
{
    public string Target => target;

    public byte[] Body => body;
}
