namespace SonraiControlTower.Engine;

/// <summary>
/// Whether CloudTrail's records can show that a catalogue's actions were used. An action whose name a call has is shown by that call. Where the SDK of
/// its service has no such call, or AWS marks the action as permission-only, only the calls of <see cref="CallRules"/> show it. A service that the
/// SDK does not know, and an action that is newer than what is known of the SDK, is taken to have a call of its name.
/// </summary>
internal sealed class ActionLogging
{
    private readonly Logging[] _logging;

    public ActionLogging(ActionCatalog catalog, CallRules rules)
    {
        _logging = new Logging[catalog.Count];
        Array.Fill(_logging, Logging.NotLogged);
        foreach (var (prefix, calls) in rules.Calls)
        {
            foreach (var (call, asks) in calls)
            {
                var shown = rules.IsDataEvent(prefix, call) ? Logging.DataEvent : Logging.ManagementEvent;
                foreach (var ask in asks)
                {
                    Show(catalog.Find(ask.AsSpan().TrimStart(CallRules.Possible)), shown, isCertain: ask[0] != CallRules.Possible);
                }
            }
        }

        var known = Known(catalog);
        for (var action = 0; action < _logging.Length; action++)
        {
            if (HasCall(catalog[action], known))
            {
                var (prefix, name) = (catalog[action].Service, catalog[action].Name[(catalog[action].Service.Length + 1)..]);
                Show(action, rules.IsDataEvent(prefix, name) ? Logging.DataEvent : Logging.ManagementEvent, isCertain: true);
            }
        }

        // The record of a call that hands a role on shows the handing on.
        Show(catalog.Find("iam:PassRole"), Logging.ManagementEvent, isCertain: true);
        foreach (var action in rules.Unlogged.SelectMany(pattern => catalog.Matching(pattern).Actions()))
        {
            _logging[action] = Logging.NotLogged;
        }
    }

    public Logging this[int action] => _logging[action];

    // INVARIANT: where a data event asks for an action for certain, management events alone never prove that it was not used.
    private void Show(int action, Logging shown, bool isCertain)
    {
        if (action >= 0 && (_logging[action] == Logging.NotLogged || (isCertain && shown == Logging.DataEvent)))
        {
            _logging[action] = shown;
        }
    }

    private static bool HasCall(CatalogAction action, HashSet<string> known) =>
        !action.Traits.HasFlag(ActionTraits.PermissionOnly)
        && ((action.Traits & (ActionTraits.Call | ActionTraits.Recent)) != 0 || !known.Contains(action.Service));

    private static HashSet<string> Known(ActionCatalog catalog)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var action = 0; action < catalog.Count; action++)
        {
            if (catalog[action].Traits.HasFlag(ActionTraits.Call))
            {
                known.Add(catalog[action].Service);
            }
        }

        return known;
    }
}
