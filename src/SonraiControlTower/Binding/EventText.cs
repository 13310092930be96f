using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Binding;

/// <summary>The JSON of an event, however it comes down the pipeline: as text, as a file, or as objects that ConvertFrom-Json made.</summary>
internal static class EventText
{
    public static async Task<string> ReadAsync(object given, CancellationToken cancellationToken) =>
        (given is PSObject wrapped ? wrapped.BaseObject : given) switch
        {
            string text => text,
            FileInfo file => await File.ReadAllTextAsync(file.FullName, cancellationToken),
            _ => (Node(given) ?? new JsonObject()).ToJsonString(),
        };

    private static JsonNode? Node(object? value)
    {
        var inner = value is PSObject wrapped ? wrapped.BaseObject : value;
        return inner switch
        {
            null => null,
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            DateTime at => JsonValue.Create(at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)),
            DateTimeOffset at => JsonValue.Create(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)),
            IDictionary map => new JsonObject(map.Keys.Cast<object>().Select(key => KeyValuePair.Create($"{key}", Node(map[key])))),
            IEnumerable many => new JsonArray([.. many.Cast<object?>().Select(Node)]),
            IFormattable number when inner.GetType().IsPrimitive || inner is decimal => JsonNode.Parse(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => new JsonObject(PSObject.AsPSObject(value).Properties.Select(property => KeyValuePair.Create(property.Name, Node(property.Value)))),
        };
    }
}
