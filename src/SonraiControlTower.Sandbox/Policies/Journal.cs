namespace SonraiControlTower.Sandbox;

/// <summary>Something that somebody asked AWS for.</summary>
/// <param name="Principal">The name of the user or role; of a service, what policies call it.</param>
/// <param name="Action">Such as <c>secretsmanager:GetSecretValue</c>.</param>
/// <param name="IsAllowed">What AWS said.</param>
public sealed record AskedAction(string Principal, string Action, bool IsAllowed);

/// <summary>Who asked for what, each once: enough to hold against what a role grants, and small in an estate of any size.</summary>
internal sealed class Journal
{
    private readonly HashSet<AskedAction> _asked = [];

    public IReadOnlyCollection<AskedAction> Asked => [.. _asked];

    public void Note(Caller caller, string action, bool isAllowed) =>
        _asked.Add(new AskedAction(caller.Service ?? caller.Identity.Name, action, isAllowed));
}
