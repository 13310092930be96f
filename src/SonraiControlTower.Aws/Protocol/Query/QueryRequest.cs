using System.Collections.Frozen;
using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>A request ready to be sent.</summary>
internal sealed class QueryRequest(string action, byte[] body, Sending sent) : AmazonWebServiceRequest, ISentOnce
{
    public string Action => action;

    public byte[] Body => body;

    public bool IsSentOnce => sent == Sending.Once;

    public IReadOnlySet<string> Refusals => FrozenSet<string>.Empty;
}
