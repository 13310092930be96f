using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>
/// The condition keys of a request from a hashtable: a value or several for each key, as text, in the forms that IAM compares
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">condition operators</see>).
/// </summary>
internal static class RequestContext
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(IDictionary? table)
    {
        var context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table ?? new Hashtable())
        {
            context[Text(entry.Key)] = Plain(entry.Value) is IEnumerable several and not string
                ? [.. several.Cast<object?>().Select(Text)]
                : [Text(entry.Value)];
        }

        return context;
    }

    private static string Text(object? value) => Plain(value) switch
    {
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        SwitchParameter flag => flag ? "true" : "false",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
