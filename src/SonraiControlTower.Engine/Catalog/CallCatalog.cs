using System.Text.RegularExpressions;

namespace SonraiControlTower.Engine;

/// <summary>
/// Which actions of IAM the calls that CloudTrail records ask for. Nine calls of ten have the name of their one action; <see cref="CallRules"/> tells
/// of the others, and what AWS's Service Reference says of a call goes before its name.
/// </summary>
internal sealed partial class CallCatalog
{
    private readonly ActionCatalog _catalog;
    private readonly CallRules _rules;
    private readonly int _passRole;
    private readonly Dictionary<(string Prefix, string Call), IReadOnlyList<string>> _named;
    private readonly Dictionary<string, (string Pattern, IReadOnlyList<string> Asks)[]> _patterns;

    private CallCatalog(ActionCatalog catalog, CallRules rules)
    {
        _catalog = catalog;
        _rules = rules;
        _passRole = catalog.Find("iam:PassRole");
        _named = rules.Calls
            .SelectMany(service => service.Value.Where(call => !IsPattern(call.Key)), (service, call) => (service.Key, Call: call))
            .ToDictionary(rule => (rule.Key, rule.Call.Key.ToUpperInvariant()), rule => rule.Call.Value);
        _patterns = rules.Calls.ToDictionary(
            service => service.Key,
            service => service.Value.Where(call => IsPattern(call.Key)).Select(call => (call.Key, call.Value)).OrderByDescending(call => call.Key.Length).ToArray(),
            StringComparer.Ordinal);
    }

    public static CallCatalog Of(ActionCatalog catalog) => new(catalog, CallRules.Embedded);

    /// <summary>What a call asks for; null for a call that is not known.</summary>
    /// <param name="eventSource">Such as <c>s3.amazonaws.com</c>.</param>
    /// <param name="eventName">Such as <c>CreateFunction20150331</c>.</param>
    public CallActions? Find(string eventSource, string eventName)
    {
        var prefixes = _rules.PrefixesOf(eventSource);
        return Find(prefixes, eventName) ?? (Unversioned(eventName) is { } name ? Find(prefixes, name) : null);
    }

    private CallActions? Find(IReadOnlyList<string> prefixes, string name)
    {
        foreach (var prefix in prefixes)
        {
            if (_named.TryGetValue((prefix, name.ToUpperInvariant()), out var asks))
            {
                return Ruled(prefix, name, asks);
            }

            var same = _catalog.Find($"{prefix}:{name}");
            if (_catalog.AuthorizedBy(prefix, name) is { Count: > 0 } authorized)
            {
                return Authorized(prefix, name, same, authorized);
            }

            if (same >= 0)
            {
                return Answer(prefix, name, [same], []);
            }
        }

        foreach (var prefix in prefixes)
        {
            foreach (var (pattern, asks) in _patterns.GetValueOrDefault(prefix, []))
            {
                if (ActionName.Matches(name, pattern))
                {
                    return Ruled(prefix, name, asks);
                }
            }
        }

        return null;
    }

    private CallActions Ruled(string prefix, string name, IReadOnlyList<string> asks) => Answer(
        prefix, name, Numbers(asks.Where(ask => ask[0] != CallRules.Possible)), Numbers(asks.Where(ask => ask[0] == CallRules.Possible).Select(ask => ask[1..])));

    // AWS lists all actions that a call may ask for. The one of its own name, or the only one, is always asked for.
    private CallActions Authorized(string prefix, string name, int same, IReadOnlyList<int> authorized)
    {
        int[] certain = same >= 0 ? [same] : authorized.Count == 1 ? [authorized[0]] : [];
        return Answer(prefix, name, certain, authorized);
    }

    private CallActions Answer(string prefix, string name, IReadOnlyList<int> actions, IReadOnlyList<int> possible)
    {
        var dependents = actions.SelectMany(action => _catalog[action].Dependents).ToList();
        return new(
            actions,
            [.. possible.Concat(dependents).Distinct().Except(actions).Where(action => action != _passRole).Order()],
            _rules.MayPassRole(prefix, name) || dependents.Contains(_passRole) || possible.Contains(_passRole),
            _rules.IsDataEvent(prefix, name));
    }

    // A catalogue made of AWS's newest list may lack an action that a rule names; the rule then says less.
    private int[] Numbers(IEnumerable<string> names) => [.. names.Select(name => _catalog.Find(name)).Where(action => action >= 0)];

    private static bool IsPattern(string call) => call.Contains('*', StringComparison.Ordinal);

    private static string? Unversioned(string name) => Version().Match(name) is { Success: true, Index: > 0 and var end } ? name[..end] : null;

    // Lambda's and CloudFront's records carry the API's version: GetFunction20150331v2, CreateDistribution2020_05_31.
    [GeneratedRegex(@"_?\d{4}_?\d{2}_?\d{2}(v\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}

/// <summary>What a call asks for.</summary>
/// <param name="Actions">Every one of these is asked for: it is used where the call was allowed.</param>
/// <param name="Possible">
/// These may be asked for besides, as it depends on what the call says (such as <c>s3:GetObjectVersion</c> for HeadObject) or because the catalogue
/// names them as dependents.
/// </param>
/// <param name="PassesRole">Whether a role that the request names is handed on, which asks for <c>iam:PassRole</c> on it.</param>
/// <param name="IsDataEvent">Whether CloudTrail records it as a data event.</param>
internal sealed record CallActions(IReadOnlyList<int> Actions, IReadOnlyList<int> Possible, bool PassesRole, bool IsDataEvent);
