namespace SonraiControlTower.Engine;

/// <summary>
/// Why a request is decided as it is: what each layer says, and why each statement that is about the action but does not take effect misses. It is
/// found anew when it is asked for, so that deciding alone pays nothing for it.
/// </summary>
internal static class Explanation
{
    private const int MostNamed = 5;

    /// <summary>One sentence a step, layer by layer.</summary>
    public static IReadOnlyList<string> Of(in AccessRequest request, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var rule = ServiceRules.Of(request);
        List<string> steps = rule is { } one ? [one.Reason] : [];
        if (rule is { IsAllowed: true })
        {
            return steps;
        }

        foreach (var layer in Evaluator.Layers)
        {
            AddLayer(steps, layer, request, policies);
        }

        if (request.Caller.Account is { } account && request.Owner is { } owner && owner != account)
        {
            steps.Add($"The resource is of account {owner}, the principal of {account}: the policies of both sides must allow it.");
        }

        return steps;
    }

    /// <summary>A few of many, as a sentence has them.</summary>
    internal static string Some(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return all.Count <= MostNamed ? string.Join(", ", all) : $"{string.Join(", ", all.Take(MostNamed))} and {all.Count - MostNamed} more";
    }

    /// <summary>A condition as a sentence has it.</summary>
    internal static string Of(Condition condition) => $"{condition.Operator} {condition.Key} [{Some(condition.Values)}]";

    private static void AddLayer(List<string> steps, IPolicyLayer layer, in AccessRequest request, PolicySet policies)
    {
        var name = layer.NameFor(request);
        var asked = layer.Policies(policies).ToList();
        var before = steps.Count;
        foreach (var held in asked)
        {
            foreach (var statement in held.Policy.Compiled)
            {
                if (statement.MatchesAction(request.Action))
                {
                    steps.Add($"{name}: {held.Name} {statement.Source.DisplayName} {Effect(statement, layer, request, policies.Boundary is not null)}");
                }
            }
        }

        if (asked.Count > 0 && steps.Count == before)
        {
            steps.Add($"{name}: nothing in {Some(asked.Select(held => held.Name))} is about {request.ActionName}.");
        }
        else if (asked.Count == 0 && layer is IdentityLayer)
        {
            steps.Add(request.Caller.Kind is CallerKind.Root ? $"{name}: an account's root needs none." : $"{name}: the principal has none.");
        }
        else if (asked.Count == 0 && layer is ResourceLayer && IsMissed(request))
        {
            steps.Add($"{name}: that of the resource is not known.");
        }
    }

    /// <summary>Whether the resource is one that its own policy guards, or is somebody else's.</summary>
    private static bool IsMissed(in AccessRequest request) =>
        ResourceLayer.IsTrust(request) || request.Action.StartsWith("kms:", StringComparison.Ordinal) || request.Owner != request.Caller.Account;

    private static string Effect(CompiledStatement statement, IPolicyLayer layer, in AccessRequest request, bool isBounded)
    {
        var verb = statement.Source.IsAllow ? "allow" : "deny";
        if (layer is ResourceLayer && statement.MatchesPrincipal(request.Caller, isBounded, out _) is Truth.False)
        {
            return $"would {verb} it, but is not about {request.Caller.SessionArn ?? request.Caller.Arn}.";
        }

        if (layer is ResourceControlLayer && (request.Caller.IsServiceLinked || !RcpServices.Supports(request.Action)))
        {
            return $"would {verb} it, but RCPs are not about {(request.Caller.IsServiceLinked ? "service-linked roles" : "this service")}.";
        }

        if (layer is ServiceControlLayer && (request.Caller.IsServiceLinked || !request.Caller.HasIdentity))
        {
            return $"would {verb} it, but SCPs are not about {(request.Caller.IsServiceLinked ? "service-linked roles" : "this principal")}.";
        }

        var unknown = new List<string>();
        var onResource = statement.MatchesResource(request, unknown);
        if (onResource is Truth.False)
        {
            var listed = Some(statement.Source.Resources!);
            return statement.Source.IsNotResource
                ? $"would {verb} it, but not on {request.Resource}: it is about all but {listed}."
                : $"would {verb} it, but not on {request.Resource}: it is about {listed}.";
        }

        foreach (var condition in statement.Conditions)
        {
            if (condition.Holds(request, null) is Truth.False)
            {
                var found = request.Find(condition.Source.Key, out var values) is Truth.True ? $"[{Some(values)}]" : "no such key";
                return $"would {verb} it, but {Of(condition.Source)} does not hold: the request has {found}.";
            }
        }

        return onResource.And(statement.MeetsConditions(request, unknown)) is Truth.True
            ? $"{(statement.Source.IsAllow ? "allows" : "denies")} it."
            : $"would {verb} it, depending on {Some(unknown.Distinct(StringComparer.OrdinalIgnoreCase))}.";
    }
}
