namespace SonraiControlTower.Engine;

/// <summary>Whether CloudTrail's records can show that a catalogue's actions were used.</summary>
internal sealed class ActionLogging
{
    private readonly Logging[] _logging;

    public ActionLogging(ActionCatalog catalog)
    {
        _logging = new Logging[catalog.Count];
        for (var action = 0; action < _logging.Length; action++)
        {
            _logging[action] = catalog[action].Traits.HasFlag(ActionTraits.PermissionOnly) ? Logging.NotLogged : Logging.ManagementEvent;
        }
    }

    public Logging this[int action] => _logging[action];
}
