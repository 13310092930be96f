using System.Globalization;
using System.Text;

namespace SonraiControlTower.Aws.Protocol.Query;

/// <summary>
/// The input of an operation, written as a form
/// (<see href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS query protocol</see>): a structure's members are joined by dots, a
/// list's by <c>.member.N</c> from 1. What is null is left out.
/// </summary>
internal sealed class QueryForm
{
    private readonly List<(string Name, string Value)> _fields = [];

    public QueryForm Add(string name, string? value)
    {
        if (value is not null)
        {
            _fields.Add((name, value));
        }

        return this;
    }

    public QueryForm Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    public QueryForm Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list of texts. An empty one is left out, which AWS takes for none.</summary>
    public QueryForm AddList(string name, IEnumerable<string> values) => AddList(name, values, (form, item, value) => form.Add(item, value));

    /// <summary>A list of anything; <paramref name="write"/> gets the name of each member.</summary>
    public QueryForm AddList<T>(string name, IEnumerable<T> values, Action<QueryForm, string, T> write)
    {
        var number = 0;
        foreach (var value in values)
        {
            write(this, string.Create(CultureInfo.InvariantCulture, $"{name}.member.{++number}"), value);
        }

        return this;
    }

    /// <summary>Tags, as members with Key and Value. An empty list is written as such, for on an update it takes away those that are there.</summary>
    public QueryForm AddTags(IReadOnlyDictionary<string, string>? tags) => tags switch
    {
        null => this,
        { Count: 0 } => Add("Tags", ""),
        _ => AddList("Tags", tags, (form, member, tag) => form.Add($"{member}.Key", tag.Key).Add($"{member}.Value", tag.Value)),
    };

    /// <summary>The body, in the order in which it was written.</summary>
    public byte[] ToBody(string action, string version)
    {
        var body = new StringBuilder();
        Append(body, "Action", action);
        Append(body, "Version", version);
        foreach (var (name, value) in _fields)
        {
            Append(body, name, value);
        }

        return Encoding.UTF8.GetBytes(body.ToString());
    }

    private static void Append(StringBuilder body, string name, string value) =>
        body.Append(body.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
}
