using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol.RestJson;

/// <summary>A request ready to be sent.</summary>
internal sealed class RestRequest(string action, string method, string path, RestInput input, Sending sent, IReadOnlySet<string> refusals)
    : AmazonWebServiceRequest, ISentOnce
{
    public string Action => action;

    public string Method => method;

    public string Path => path;

    public RestInput Input => input;

    public bool IsSentOnce => sent == Sending.Once;

    public IReadOnlySet<string> Refusals => refusals;
}
