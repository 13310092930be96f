namespace SonraiControlTower.Engine;

/// <summary>The condition keys that the decision on a request depends on and nobody knows.</summary>
internal static class UnknownKeys
{
    /// <summary>In the order of the layers, each once.</summary>
    public static IReadOnlyList<string> Of(in AccessRequest request, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var keys = new List<string>();
        foreach (var layer in Evaluator.Layers)
        {
            var answer = layer.Ask(request, policies);
            foreach (var held in answer.Deny is Truth.Unknown || answer.Allow is Truth.Unknown ? layer.Policies(policies) : [])
            {
                foreach (var statement in held.Policy.Compiled)
                {
                    // What a statement asks for counts where it is the statement's own answer that is not known.
                    var asked = new List<string>();
                    var isAsked = (statement.Source.IsAllow ? answer.Allow : answer.Deny) is Truth.Unknown;
                    if (isAsked && (layer is not ResourceLayer || statement.MatchesPrincipal(request.Caller, policies.Boundary is not null, out _) is not Truth.False)
                        && statement.Applies(request, asked) is Truth.Unknown)
                    {
                        keys.AddRange(asked);
                    }
                }
            }
        }

        return [.. keys.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
