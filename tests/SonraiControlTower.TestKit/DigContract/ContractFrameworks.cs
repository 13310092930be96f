using System.Globalization;

namespace SonraiControlTower.TestKit;

/// <summary>The swimlanes and control frameworks of a contract server.</summary>
internal sealed class ContractFrameworks(string org)
{
    private readonly Lock _gate = new();
    private readonly List<ContractSwimlane> _swimlanes = [];
    private readonly List<ContractFramework> _frameworks = [];
    private readonly Dictionary<string, string> _refusals = [];
    private readonly HashSet<string> _unmoved = [];

    public ContractSwimlane AddSwimlane(string title, IReadOnlyList<string> accounts)
    {
        lock (_gate)
        {
            var id = title == "Global" ? title : (_swimlanes.Count + 1).ToString("x8", CultureInfo.InvariantCulture);
            var swimlane = new ContractSwimlane($"srn:{org}::Swimlane/{id}", title, accounts);
            _swimlanes.Add(swimlane);
            return swimlane;
        }
    }

    public ContractFramework AddFramework(string title, string? srn, bool enabled, IReadOnlyList<string> policies)
    {
        lock (_gate)
        {
            var own = srn ?? string.Create(CultureInfo.InvariantCulture, $"srn:{org}::ControlFramework/{_frameworks.Count + 1:x8}");
            var framework = new ContractFramework(own, title, policies) { IsEnabled = enabled };
            _frameworks.Add(framework);
            return framework;
        }
    }

    public void Refuse(string srn, string message) => _refusals[srn] = message;

    public void LeaveUnmoved(string srn) => _unmoved.Add(srn);

    public IReadOnlyList<ContractSwimlane> Swimlanes(Func<ContractSwimlane, bool> filter)
    {
        lock (_gate)
        {
            return [.. _swimlanes.Where(filter)];
        }
    }

    public IReadOnlyList<ContractFramework> Frameworks(Func<ContractFramework, bool> filter)
    {
        lock (_gate)
        {
            return [.. _frameworks.Where(filter)];
        }
    }

    /// <summary>Changes what a value names, and leaves the rest as it is.</summary>
    public ContractFramework Update(string srn, IDictionary<string, object?> value)
    {
        lock (_gate)
        {
            var framework = _frameworks.Find(one => one.Srn == srn) ?? throw new ContractRefusal($"no ControlFramework '{srn}'");
            if (_refusals.TryGetValue(srn, out var refusal))
            {
                throw new ContractRefusal(refusal);
            }

            if (_unmoved.Contains(srn))
            {
                return framework;
            }

            framework.IsEnabled = value.TryGetValue("enabled", out var enabled) && enabled is bool given ? given : framework.IsEnabled;
            var relation = value.TryGetValue("swimlanes", out var swimlanes) ? ContractFilter.Map(swimlanes) : null;
            framework.Swimlanes.UnionWith(Related(relation, "add"));
            framework.Swimlanes.ExceptWith(Related(relation, "remove"));
            return framework;
        }
    }

    private List<ContractSwimlane> Related(IDictionary<string, object?>? relation, string verb)
    {
        var srns = relation is not null && relation.TryGetValue(verb, out var given) && given is IEnumerable<object?> list ? list : [];
        return
        [
            .. srns.Select(srn => _swimlanes.Find(one => one.Srn == srn?.ToString()) ?? throw new ContractRefusal($"no Swimlane '{srn}'")),
        ];
    }
}

internal sealed record ContractSwimlane(string Srn, string Title, IReadOnlyList<string> Accounts);

internal sealed record ContractFramework(string Srn, string Title, IReadOnlyList<string> Policies)
{
    public bool IsEnabled { get; set; }

    public HashSet<ContractSwimlane> Swimlanes { get; } = [];
}

internal sealed record ContractPolicy(string Srn, string Title);
