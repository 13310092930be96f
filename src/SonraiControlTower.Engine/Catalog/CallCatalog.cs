namespace SonraiControlTower.Engine;

/// <summary>Which actions of IAM the calls that CloudTrail records ask for.</summary>
internal sealed class CallCatalog
{
    private const string Host = ".amazonaws.com";
    private readonly ActionCatalog _catalog;

    private CallCatalog(ActionCatalog catalog) => _catalog = catalog;

    public static CallCatalog Of(ActionCatalog catalog) => new(catalog);

    /// <summary>What a call asks for; null for a call that is not known.</summary>
    /// <param name="eventSource">Such as <c>s3.amazonaws.com</c>.</param>
    /// <param name="eventName">Such as <c>CreateFunction20150331</c>.</param>
    public CallActions? Find(string eventSource, string eventName)
    {
        var prefix = eventSource.EndsWith(Host, StringComparison.Ordinal) ? eventSource[..^Host.Length] : eventSource;
        return _catalog.Find($"{prefix}:{eventName}") is >= 0 and var action ? new([action], _catalog[action].Dependents, false, false) : null;
    }
}

/// <summary>What a call asks for.</summary>
/// <param name="Actions">Every one of these is asked for: it is used where the call was allowed.</param>
/// <param name="Possible">
/// These may be asked for besides, as it depends on what the call says (such as <c>s3:GetObjectVersion</c> for HeadObject) or because the catalogue
/// names them as dependents.
/// </param>
/// <param name="PassesRole">Whether a role that the request names is handed on, which asks for <c>iam:PassRole</c> on it.</param>
/// <param name="IsDataEvent">Whether CloudTrail records it as a data event.</param>
internal sealed record CallActions(IReadOnlyList<int> Actions, IReadOnlyList<int> Possible, bool PassesRole, bool IsDataEvent);
