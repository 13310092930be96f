using System.IO.Enumeration;

namespace SonraiControlTower.Engine;

/// <summary>The calls of the store by the actions of a catalogue.</summary>
internal sealed class UsageTallies
{
    private const string PassRole = "iam:PassRole";
    private readonly ActionCatalog _catalog;
    private readonly int _passRole;
    private readonly SortedDictionary<string, (LogPrincipal Principal, SortedDictionary<int, ActionTally> Actions)> _principals = new(StringComparer.Ordinal);
    private readonly Lazy<Usage> _usage;

    public UsageTallies(ActivityCounts counts, ActivityWords words, ActionCatalog catalog)
    {
        _catalog = catalog;
        _passRole = catalog.Find(PassRole);
        var calls = CallCatalog.Of(catalog);
        var known = new Dictionary<int, (LogCall Call, CallActions? Actions)>();
        var paths = RolePaths.Of(counts.Calls.Select(call => call.Key.Principal).Distinct().Select(number => words.Principals[number]));
        foreach (var group in counts.Calls.GroupBy(call => (call.Key.Principal, call.Key.Call, call.Key.Error)))
        {
            if (!known.TryGetValue(group.Key.Call, out var call))
            {
                call.Call = words.Calls[group.Key.Call];
                call.Actions = calls.Find(call.Call.Source, call.Call.Name);
                known.Add(group.Key.Call, call);
            }

            if (call.Actions is { } actions)
            {
                var outcome = ErrorOutcomes.Embedded.Of(call.Call.Source, words.Errors[group.Key.Error]);
                Add(paths.Resolve(words.Principals[group.Key.Principal]), actions, outcome, Once(group));
            }
        }

        var coverage = counts.Accounts.ToDictionary(
            account => words.Accounts[account.Key], account => CoverageOf(account.Value, words, calls, catalog), StringComparer.Ordinal);
        _usage = new Lazy<Usage>(() => MakeUsage(coverage));
    }

    public Usage Usage => _usage.Value;

    public IEnumerable<SonraiActivity> List(ActivityQuery query)
    {
        foreach (var (principal, actions) in _principals.Values.Where(each => Passes(each.Principal, query)))
        {
            foreach (var (number, tally) in actions)
            {
                var action = _catalog[number];
                if (query.Actions.Count > 0 && !query.Actions.Any(pattern => IsLike(pattern, action.Name)))
                {
                    continue;
                }

                if (query.OnlyDenied ? tally.Denied > 0 && tally.Observed.Count == 0 : tally.Denied + tally.Observed.Count > 0)
                {
                    yield return Item(principal, action, tally.Observed, ActivityEvidence.Observed) with { DeniedCount = tally.Denied, LastDeniedAt = tally.LastDeniedAt };
                }

                if (query.IncludeInferred && !query.OnlyDenied && tally.Inferred.Count > 0)
                {
                    yield return Item(principal, action, tally.Inferred, ActivityEvidence.Inferred);
                }
            }
        }
    }

    private static SonraiActivity Item(LogPrincipal principal, CatalogAction action, UseTally use, string evidence) => new()
    {
        PrincipalArn = principal.Arn,
        PrincipalKind = principal.Kind,
        Account = principal.Account,
        Action = action.Name,
        Count = use.Count,
        FirstUsedAt = use.FirstAt,
        LastUsedAt = use.LastAt,
        Resources = use.Resources(action),
        Evidence = evidence,
    };

    private static bool Passes(LogPrincipal principal, ActivityQuery query) =>
        (query.IncludeServiceLinked || principal.Kind != PrincipalKind.ServiceLinkedRole)
        && (query.Accounts.Count == 0 || query.Accounts.Any(account => account.ToString() == principal.Account))
        && (query.Principals.Count == 0
            || query.Principals.Any(pattern => IsLike(pattern, principal.Arn) || IsLike(pattern, principal.Arn[(principal.Arn.LastIndexOfAny(['/', ':']) + 1)..])));

    private static bool IsLike(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);

    /// <summary>A call and the copies of its record are one: the larger number counts.</summary>
    private static CallCount Once(IEnumerable<CallCount> records)
    {
        CallCount? one = null;
        foreach (var record in records)
        {
            if (one is null)
            {
                one = record;
                continue;
            }

            var (count, versioned) = (Math.Max(one.Count, record.Count), Math.Max(one.Versioned, record.Versioned));
            var sum = new CallCount(one.Key);
            sum.Add(one);
            sum.Add(record);
            (sum.Count, sum.Versioned) = (count, versioned);
            one = sum;
        }

        return one!;
    }

    private static LogCoverage CoverageOf(AccountSpan span, ActivityWords words, CallCatalog calls, ActionCatalog catalog)
    {
        var services = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var call in span.DataCalls.Select(number => words.Calls[number]))
        {
            if (calls.Find(call.Source, call.Name) is { Actions: [var action, ..] })
            {
                services.Add(catalog[action].Service);
            }
        }

        return new LogCoverage(LogTime.Of(span.From), LogTime.Of(span.To), services);
    }

    private void Add(LogPrincipal principal, CallActions call, CallOutcome outcome, CallCount count)
    {
        if (outcome == CallOutcome.Undecided)
        {
            return;
        }

        foreach (var action in call.Actions)
        {
            var tally = Tally(principal, action);
            if (outcome == CallOutcome.Denied)
            {
                tally.Deny(count);
            }
            else
            {
                tally.Observed.Add(count.Count, count, count.Unplaced > 0 ? null : count.Resources);
            }
        }

        if (outcome == CallOutcome.Denied)
        {
            return;
        }

        foreach (var action in call.Possible)
        {
            // S3 asks for another action where the request names a version, and the record tells whether it did.
            var isVersion = _catalog[action].Name.EndsWith("Version", StringComparison.Ordinal);
            Infer(principal, action, isVersion ? count.Versioned : count.Count, count, isVersion && count.Unplaced == 0 ? count.Resources : null);
        }

        if (call.PassesRole && count.Roles is { } roles && _passRole >= 0)
        {
            Infer(principal, _passRole, count.Count, count, roles);
        }
    }

    private void Infer(LogPrincipal principal, int action, long times, CallCount count, ArnSummary? resources)
    {
        if (times > 0)
        {
            Tally(principal, action).Inferred.Add(times, count, resources);
        }
    }

    private ActionTally Tally(LogPrincipal principal, int action)
    {
        if (!_principals.TryGetValue(principal.Arn, out var known))
        {
            known = (principal, []);
            _principals.Add(principal.Arn, known);
        }

        if (!known.Actions.TryGetValue(action, out var tally))
        {
            tally = new ActionTally();
            known.Actions.Add(action, tally);
        }

        return tally;
    }

    /// <summary>What a federated user does it does with its user's policies: it is the user's use, too.</summary>
    private Usage MakeUsage(Dictionary<string, LogCoverage> coverage)
    {
        var principals = new Dictionary<string, (string Kind, Dictionary<int, ActionTally> Actions)>(StringComparer.Ordinal);
        foreach (var (principal, actions) in _principals.Values)
        {
            foreach (var (arn, kind) in Holders(principal))
            {
                if (!principals.TryGetValue(arn, out var known))
                {
                    known = (kind, []);
                    principals.Add(arn, known);
                }

                foreach (var (action, tally) in actions)
                {
                    if (!known.Actions.TryGetValue(action, out var sum))
                    {
                        sum = new ActionTally();
                        known.Actions.Add(action, sum);
                    }

                    sum.Add(tally);
                }
            }
        }

        return new Usage(
            principals.ToDictionary(
                each => each.Key,
                each => new PrincipalUsage(
                    each.Key, each.Value.Kind, each.Value.Actions.ToDictionary(action => action.Key, action => action.Value.ToUse(_catalog[action.Key]))),
                StringComparer.Ordinal),
            coverage);
    }

    private static IEnumerable<(string Arn, string Kind)> Holders(LogPrincipal principal)
    {
        yield return (principal.Arn, principal.Kind);
        if (principal.IssuerArn is { } issuer && issuer.Contains(":user/", StringComparison.Ordinal))
        {
            yield return (issuer, PrincipalKind.User);
        }
    }
}
