using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower.TestKit;

/// <summary>The saved searches of a contract server, and what each gives.</summary>
internal sealed class ContractSearches(string org)
{
    private readonly Lock _gate = new();
    private readonly List<ContractSearch> _searches = [];

    public IReadOnlyList<ContractSearch> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _searches];
            }
        }
    }

    public void Add(string name, string resultJson)
    {
        lock (_gate)
        {
            var srn = string.Create(CultureInfo.InvariantCulture, $"srn:{org}::Search/{_searches.Count + 1:x8}");
            _searches.Add(new ContractSearch(srn, name, JsonElement.Parse(resultJson)));
        }
    }

    public JsonElement Run(string name) =>
        All.FirstOrDefault(one => one.Name == name)?.Result ?? throw new ContractRefusal($"no Search '{name}'");
}

internal sealed record ContractSearch(string Srn, string Name, JsonElement Result);
