using System.Numerics;

namespace SonraiControlTower.Engine;

/// <summary>How much unused permissions matter: by the gravest class among them, and a little by their number.</summary>
internal sealed class SensitivityScale
{
    private const int MostForNumber = 10;

    /// <summary>The gravest first.</summary>
    private static readonly (Sensitivities Class, int Severity)[] _classes =
    [
        (Sensitivities.PrivilegeEscalation, 80),
        (Sensitivities.PermissionsManagement, 72),
        (Sensitivities.CredentialExposure, 65),
        (Sensitivities.ResourceExposure, 55),
        (Sensitivities.DataAccess, 45),
    ];

    private readonly ActionSet _all;
    private readonly IReadOnlyList<(ActionSet Actions, int Severity)> _steps;

    public SensitivityScale(ActionCatalog catalog)
    {
        _all = new ActionSet(catalog.Count);
        var steps = _classes.Select(step => (Actions: new ActionSet(catalog.Count), step.Severity)).ToArray();
        for (var action = 0; action < catalog.Count; action++)
        {
            var sensitivity = catalog[action].Sensitivity;
            for (var step = 0; step < steps.Length; step++)
            {
                if ((sensitivity & _classes[step].Class) != 0)
                {
                    steps[step].Actions.Add(action);
                    _all.Add(action);
                }
            }
        }

        _steps = steps;
    }

    /// <summary>Null where none of the actions is sensitive.</summary>
    public int? Of(ActionSet actions)
    {
        foreach (var (step, severity) in _steps)
        {
            if (step.Overlaps(actions))
            {
                return severity + Math.Min(BitOperations.Log2((uint)Among(actions).Count), MostForNumber);
            }
        }

        return null;
    }

    /// <summary>The sensitive ones among some actions.</summary>
    public ActionSet Among(ActionSet actions)
    {
        var sensitive = actions.Copy();
        sensitive.IntersectWith(_all);
        return sensitive;
    }
}
