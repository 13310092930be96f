using System.Globalization;

namespace SonraiControlTower.TestKit;

/// <summary>What happened on the platform of a contract server, as the test tells it.</summary>
internal sealed class ContractAuditLogs(string org)
{
    private readonly Lock _gate = new();
    private readonly List<ContractAuditLog> _entries = [];

    public void Add(string eventName, string message, DateTimeOffset at)
    {
        lock (_gate)
        {
            var srn = string.Create(CultureInfo.InvariantCulture, $"srn:{org}::SonraiAuditLog/{_entries.Count + 1:x8}");
            _entries.Add(new ContractAuditLog(srn, eventName, message, at));
        }
    }

    /// <summary>The entries between two instants, both included; a bound that is null is none.</summary>
    public IReadOnlyList<ContractAuditLog> Between(DateTimeOffset? from, DateTimeOffset? to)
    {
        lock (_gate)
        {
            return [.. _entries.Where(one => !(one.At < from) && !(one.At > to))];
        }
    }
}

internal sealed record ContractAuditLog(string Srn, string EventName, string Message, DateTimeOffset At);
