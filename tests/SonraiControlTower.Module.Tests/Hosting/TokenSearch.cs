using System.Collections;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Module.Tests.Hosting;

/// <summary>
/// Looks for API tokens in whatever a command gave: objects with all their properties, errors with their causes, and the text of every other stream.
/// Every script that the suite runs is looked through, with verbose and debug messages on.
/// </summary>
internal static partial class TokenSearch
{
    private const int Deepest = 4;

    /// <summary>The texts that hold a token; whole tokens are not repeated in them.</summary>
    public static IReadOnlyList<string> In(Outcome outcome) =>
    [
        .. outcome.Output.SelectMany(item => Texts(item, 0))
            .Concat(outcome.Errors.SelectMany(error => Texts(error, 0)).Concat(outcome.Errors.Select(error => $"{error.Exception}")))
            .Concat(outcome.Texts)
            .Where(text => Token().IsMatch(text))
            .Select(text => Token().Replace(text, match => $"{match.Value[..8]}…")),
    ];

    private static IEnumerable<string> Texts(object? value, int depth)
    {
        yield return $"{value}";
        var plain = value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
        if (plain is null or string or Type or ScriptBlock || plain.GetType().IsPrimitive || depth == Deepest)
        {
            yield break;
        }

        var inner = plain is IEnumerable items
            ? items.Cast<object?>()
            : PSObject.AsPSObject(value).Properties.Where(property => property.IsGettable).Select(Read);
        foreach (var text in inner.SelectMany(one => Texts(one, depth + 1)))
        {
            yield return text;
        }
    }

    private static object? Read(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueInvocationException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>A JSON Web Token (<see href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</see>): what every token of a tenant's or the engine's is.</summary>
    [GeneratedRegex(@"eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}")]
    private static partial Regex Token();
}
