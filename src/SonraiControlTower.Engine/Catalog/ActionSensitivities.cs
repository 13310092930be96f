namespace SonraiControlTower.Engine;

/// <summary>The sensitive classes of a catalogue's actions.</summary>
internal sealed class ActionSensitivities
{
    private readonly Sensitivities[] _classes;

    public ActionSensitivities(ActionCatalog catalog)
    {
        _classes = new Sensitivities[catalog.Count];
        for (var action = 0; action < _classes.Length; action++)
        {
            _classes[action] |= catalog[action].Levels.HasFlag(AccessLevels.PermissionsManagement) ? Sensitivities.PermissionsManagement : 0;
        }
    }

    public Sensitivities this[int action] => _classes[action];
}
