using System.Xml;
using System.Xml.Linq;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>Opens the envelope of an answer: <c>&lt;{Action}Response&gt;&lt;{Action}Result&gt;…</c>.</summary>
internal static class QueryXml
{
    /// <summary>No document types and no entities from elsewhere: AWS sends neither.</summary>
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
    };

    /// <summary>What the operation gives; an operation that gives nothing has no result element.</summary>
    /// <exception cref="FormatException">It is not the answer to this operation.</exception>
    public static QueryElement ResultOf(string action, Stream body)
    {
        using var reader = XmlReader.Create(body, Settings);
        var root = XElement.Load(reader);
        return root.Name.LocalName == $"{action}Response"
            ? new QueryElement(root.Elements().FirstOrDefault(element => element.Name.LocalName == $"{action}Result") ?? new XElement($"{action}Result"))
            : throw new FormatException($"<{root.Name.LocalName}> is not the answer to {action}.");
    }
}
