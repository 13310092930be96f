using System.Collections.Concurrent;

namespace SonraiControlTower.Sandbox;

/// <summary>How many requests each operation received, pages and those that were throttled included.</summary>
internal sealed class RequestCounts
{
    private readonly ConcurrentDictionary<string, long> _counts = new();

    public void Count(string operation) => _counts.AddOrUpdate(operation, 1, (_, count) => count + 1);

    public IReadOnlyDictionary<string, long> ToDictionary() => new Dictionary<string, long>(_counts);
}
