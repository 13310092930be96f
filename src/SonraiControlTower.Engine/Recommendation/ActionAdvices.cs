using System.Collections.Concurrent;

namespace SonraiControlTower.Engine;

/// <summary>Says of every action of a policy what becomes of it. What is said of an action that was never used is said once for all identities.</summary>
internal sealed class ActionAdvices(Recommender recommender)
{
    private static readonly (Sensitivities Class, string Word)[] _classes =
    [
        (Sensitivities.PrivilegeEscalation, ActionSensitivity.PrivilegeEscalation),
        (Sensitivities.PermissionsManagement, ActionSensitivity.PermissionsManagement),
        (Sensitivities.CredentialExposure, ActionSensitivity.CredentialExposure),
        (Sensitivities.DataAccess, ActionSensitivity.DataAccess),
        (Sensitivities.ResourceExposure, ActionSensitivity.ResourceExposure),
    ];

    private readonly ConcurrentDictionary<Sensitivities, IReadOnlyList<string>> _words = new();
    private readonly ActionAdvice?[] _unused = new ActionAdvice?[recommender.Catalog.Count];
    private readonly ActionAdvice?[] _unseen = new ActionAdvice?[recommender.Catalog.Count];
    private readonly ActionAdvice?[] _unlogged = new ActionAdvice?[recommender.Catalog.Count];

    /// <summary>In the catalogue's order; what the catalogue has not comes last.</summary>
    public ActionAdvice[] Of(PolicyNeed need, NeedGround ground)
    {
        var unknown = ground.Grant.Allows.SelectMany(allow => allow.Unknown).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var advices = new ActionAdvice[need.Granted.Count + unknown.Length];
        var at = 0;
        foreach (var action in need.Granted.Actions())
        {
            advices[at++] = Of(action, need, ground.Use);
        }

        foreach (var pattern in unknown)
        {
            advices[at++] = new ActionAdvice(pattern, true, ActionReason.NotInCatalogue, null, []);
        }

        return advices;
    }

    private ActionAdvice Of(int action, PolicyNeed need, IdentityUse use)
    {
        if (use.Of(action) is { } one)
        {
            return Make(action, need.Kept[action], Reason(action, one, need, use), one.LastUsedAt);
        }

        if (!need.Kept[action])
        {
            return _unused[action] ??= Make(action, false, ActionReason.Unused, null);
        }

        return need.Coverage is null
            ? _unlogged[action] ??= Make(action, true, recommender.WhyUnseen(action, null), null)
            : _unseen[action] ??= Make(action, true, recommender.WhyUnseen(action, need.Coverage), null);
    }

    private string Reason(int action, ActionUse one, PolicyNeed need, IdentityUse use)
    {
        if (need.Monitored[action])
        {
            return one.Observed > 0 ? ActionReason.Used : ActionReason.NeededByUsed;
        }

        if (need.Kept[action])
        {
            return recommender.WhyUnseen(action, need.Coverage);
        }

        return use.OnlyDenied[action] ? ActionReason.OnlyDenied : ActionReason.Unused;
    }

    private ActionAdvice Make(int action, bool isKept, string reason, DateTimeOffset? lastUsedAt) => new(
        recommender.Catalog[action].Name, isKept, reason, lastUsedAt, _words.GetOrAdd(recommender.Catalog[action].Sensitivity, Words));

    private static IReadOnlyList<string> Words(Sensitivities classes) =>
        [.. _classes.Where(pair => classes.HasFlag(pair.Class)).Select(pair => pair.Word)];
}
