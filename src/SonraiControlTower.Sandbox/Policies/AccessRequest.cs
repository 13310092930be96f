namespace SonraiControlTower.Sandbox;

/// <summary>What somebody wants to do, as policies see it.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Action">What, such as <c>iam:GetRole</c>.</param>
/// <param name="Resource">On what, by ARN.</param>
/// <param name="Context">The condition keys that are there, in small letters.</param>
internal sealed record AccessRequest(Caller Caller, string Action, string Resource, IReadOnlyDictionary<string, string> Context)
{
    public string? this[string key] => Context.GetValueOrDefault(key.ToLowerInvariant());
}

/// <summary>What a policy, or a layer of policies, says of a request.</summary>
internal enum Verdict
{
    /// <summary>No statement is about it.</summary>
    Silent,

    Allowed,

    /// <summary>A statement denies it, whatever others say.</summary>
    Denied,
}

/// <summary>How verdicts make one.</summary>
internal static class Verdicts
{
    public static Verdict Together(this IEnumerable<Verdict> verdicts) => verdicts.DefaultIfEmpty().Max();
}
