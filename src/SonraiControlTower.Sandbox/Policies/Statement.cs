namespace SonraiControlTower.Sandbox;

/// <summary>A statement of a policy.</summary>
/// <param name="Allows">False for a Deny.</param>
/// <param name="Principals">Who; null in a policy of an identity.</param>
/// <param name="Actions">The actions, with wildcards.</param>
/// <param name="ExceptActions">True if it is about every other action (NotAction).</param>
/// <param name="Resources">The resources, with wildcards; null in a trust policy, whose resource is the role.</param>
/// <param name="ExceptResources">True if it is about every other resource (NotResource).</param>
/// <param name="Conditions">What must hold besides, all of it.</param>
internal sealed record Statement(
    bool Allows,
    Principals? Principals,
    IReadOnlyList<string> Actions,
    bool ExceptActions,
    IReadOnlyList<string>? Resources,
    bool ExceptResources,
    IReadOnlyList<Condition> Conditions)
{
    public bool IsAbout(AccessRequest request) =>
        Principals?.Include(request.Caller) != false
        && Actions.Any(pattern => Glob.IsMatch(request.Action, pattern, ignoreCase: true)) != ExceptActions
        && (Resources is null || Resources.Any(pattern => Glob.IsMatch(request.Resource, pattern)) != ExceptResources)
        && Conditions.All(condition => condition.Holds(request));
}
