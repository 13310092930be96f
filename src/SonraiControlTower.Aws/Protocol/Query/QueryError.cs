using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>
/// An error of the query protocol: <c>&lt;ErrorResponse&gt;&lt;Error&gt;&lt;Code/&gt;&lt;Message/&gt;&lt;/Error&gt;&lt;RequestId/&gt;</c>. The SDK
/// decides on the code whether to try again, so there is always one: a proxy's HTML page with HTTP 503 is <c>ServiceUnavailable</c>.
/// </summary>
internal sealed record QueryError(string Code, string Message, string? RequestId)
{
    public static QueryError Read(Stream body, HttpStatusCode status)
    {
        var xml = ReadBody(body);
        return new QueryError(
            Find(xml, "Code") ?? status.ToString(), Find(xml, nameof(Message)) ?? $"HTTP {(int)status}.", Find(xml, nameof(RequestId)));
    }

    private static XElement? ReadBody(Stream body)
    {
        try
        {
            using var reader = XmlReader.Create(body, QueryXml.Settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            // A load balancer's page, or nothing at all: the status is then all there is.
            return null;
        }
    }

    /// <summary>Older services have the error at the root, others in a list of errors; the names are the same.</summary>
    private static string? Find(XElement? xml, string name) =>
        xml?.Name.LocalName is "ErrorResponse" or "Response"
            ? xml.Descendants().FirstOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim()
                is { Length: > 0 } text ? text : null
            : null;
}
