namespace SonraiControlTower.Engine;

/// <summary>The sensitive classes of a catalogue's actions: one is IAM's access level, the others are by <see cref="SensitivityRules"/>.</summary>
internal sealed class ActionSensitivities
{
    private readonly Sensitivities[] _classes;

    public ActionSensitivities(ActionCatalog catalog, SensitivityRules rules)
    {
        _classes = new Sensitivities[catalog.Count];
        for (var action = 0; action < _classes.Length; action++)
        {
            _classes[action] = catalog[action].Levels.HasFlag(AccessLevels.PermissionsManagement) ? Sensitivities.PermissionsManagement : Sensitivities.None;
        }

        foreach (var (sensitivity, rulesOfClass) in rules.Classes)
        {
            foreach (var action in rulesOfClass.Values.SelectMany(patterns => SensitivityRules.Covered(patterns, catalog).Actions()))
            {
                _classes[action] |= sensitivity;
            }
        }
    }

    public Sensitivities this[int action] => _classes[action];
}
