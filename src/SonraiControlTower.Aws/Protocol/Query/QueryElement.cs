using System.Globalization;
using System.Xml.Linq;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>
/// An element of an answer. What AWS always sends, it must send: an element that lacks it is not an answer of the service. Namespaces are not
/// looked at, since they name an API's version and emulators vary in them.
/// </summary>
internal sealed class QueryElement(XElement xml)
{
    /// <summary>A text that must be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public string Text(string name) => TextOrNull(name) ?? throw new FormatException($"<{xml.Name.LocalName}> lacks <{name}>.");

    /// <summary>A text; null if it is absent or empty, which AWS does not tell apart.</summary>
    public string? TextOrNull(string name) => Child(name)?.Value is { Length: > 0 } text ? text : null;

    /// <summary>A structure; null if it is absent.</summary>
    public QueryElement? StructureOrNull(string name) => Child(name) is { } child ? new(child) : null;

    /// <summary>A structure that must be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public QueryElement Structure(string name) => StructureOrNull(name) ?? throw new FormatException($"<{xml.Name.LocalName}> lacks <{name}>.");

    public bool? FlagOrNull(string name) => TextOrNull(name) is { } text ? bool.Parse(text) : null;

    public int? NumberOrNull(string name) =>
        TextOrNull(name) is { } text ? int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    /// <summary>A time, as ISO 8601 has it; AWS's are in UTC, whether they say so or not.</summary>
    public DateTimeOffset? TimeOrNull(string name) => TextOrNull(name) is { } text ? ParseTime(text) : null;

    /// <summary>A time that must be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public DateTimeOffset Time(string name) => ParseTime(Text(name));

    /// <summary>The members of a list. A list without members may be absent, or an empty element.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<QueryElement, T> read) => [.. Members(name).Select(member => read(new(member)))];

    /// <summary>The members of a list of texts.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. Members(name).Select(member => member.Value)];

    /// <summary>A list of pairs, as a dictionary. AWS has each name once.</summary>
    public IReadOnlyDictionary<string, string> Pairs(string name, string key, string value) =>
        List(name, pair => KeyValuePair.Create(pair.Text(key), pair.TextOrNull(value) ?? "")).ToDictionary();

    private IEnumerable<XElement> Members(string name) =>
        Child(name)?.Elements().Where(element => element.Name.LocalName == "member") ?? [];

    private XElement? Child(string name) => xml.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
