using System.Collections.Frozen;
using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>A request ready to be sent: the target and the body.</summary>
internal sealed class JsonRequest(string action, string target, byte[] body, Sending sent) : AmazonWebServiceRequest, ISentOnce
{
    public string Action => action;

    public string Target => target;

    public byte[] Body => body;

    public bool IsSentOnce => sent == Sending.Once;

    public IReadOnlySet<string> Refusals => FrozenSet<string>.Empty;
}
