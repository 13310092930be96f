namespace SonraiControlTower.TestKit;

/// <summary>The users of the server, its saved searches, its audit log.</summary>
public sealed partial class DigContractServer
{
    /// <summary>The SRN of the user whose tokens the server issues.</summary>
    public string UserSrn => _tenant.Users.Own.Srn;

    /// <summary>Adds a user and gives the SRN.</summary>
    public string AddUser(string name, string email, bool isActive = true) => _tenant.Users.Add(name, email, isActive).Srn;

    /// <summary>Adds a saved search, which gives this JSON whenever it is run.</summary>
    public void AddSearch(string name, string resultJson) => _tenant.Searches.Add(name, resultJson);

    /// <summary>Adds an entry to the audit log, in the name of the token's own user.</summary>
    public void AddAuditLog(string eventName, string message, DateTimeOffset at) => _tenant.AuditLogs.Add(eventName, message, at);
}
