using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.TestKit;

/// <summary>The collectors of a contract server and the cloud accounts registered with them.</summary>
internal sealed class ContractAccounts
{
    private readonly Lock _gate = new();
    private readonly List<ContractCollector> _collectors = [];
    private readonly List<ContractAccount> _accounts = [];
    private readonly HashSet<string> _numbers = [];
    private readonly Dictionary<string, string> _refusals = [];
    private readonly HashSet<string> _unmoved = [];
    private readonly HashSet<string> _forgotten = [];
    private readonly List<string> _sent = [];
    private int _lastId;

    public ContractCollector AddCollector(string org, string name, string cloudType)
    {
        lock (_gate)
        {
            var collector = new ContractCollector($"srn:{org}::PlatformAccount/{NextId()}", name, cloudType);
            _collectors.Add(collector);
            return collector;
        }
    }

    public void Refuse(string accountNumber, string message)
    {
        lock (_gate)
        {
            _refusals[accountNumber] = message;
        }
    }

    public void LeaveUnmoved(string accountNumber)
    {
        lock (_gate)
        {
            _unmoved.Add(accountNumber);
        }
    }

    public void Forget(string key)
    {
        lock (_gate)
        {
            _forgotten.Add(key);
        }
    }

    /// <summary>Registers an account, or says why not.</summary>
    public (ContractAccount? Account, string? Refusal) Register(string org, string? collectorSrn, string? cloudType, string blob)
    {
        using var parsed = JsonDocument.Parse(blob);
        var number = parsed.RootElement.ValueKind == JsonValueKind.Object && parsed.RootElement.TryGetProperty("accountNumber", out var value)
            ? value.ToString()
            : null;

        lock (_gate)
        {
            if (number is not null)
            {
                _sent.Add(number);
            }

            var collector = _collectors.Find(one => one.Srn == collectorSrn);
            if (collector is null)
            {
                return (null, $"containedByAccount: no PlatformAccount '{collectorSrn}'");
            }

            if (number is not null && _refusals.TryGetValue(number, out var refusal))
            {
                return (null, refusal);
            }

            if (number is not null && !_numbers.Add(number))
            {
                return (null, $"an account with accountNumber '{number}' exists");
            }

            var account = new ContractAccount($"srn:{org}::PlatformCloudAccount/{NextId()}", number, cloudType, collector, blob);
            _accounts.Add(account);
            return (account, null);
        }
    }

    /// <summary>Puts another blob in the place of an account's, or says why not.</summary>
    public (ContractAccount? Account, string? Refusal) Change(string srn, string? blob)
    {
        lock (_gate)
        {
            var index = _accounts.FindIndex(one => one.Srn == srn);
            if (index < 0)
            {
                return (null, $"no PlatformCloudAccount '{srn}'");
            }

            var account = _accounts[index];
            if (account.Number is not null && _refusals.TryGetValue(account.Number, out var refusal))
            {
                return (null, refusal);
            }

            if (blob is not null && !_unmoved.Contains(account.Number ?? ""))
            {
                _accounts[index] = account with { Blob = WithoutForgotten(blob) };
            }

            return (_accounts[index], null);
        }
    }

    public bool Remove(string srn)
    {
        lock (_gate)
        {
            var account = _accounts.Find(one => one.Srn == srn);
            return account is not null && _accounts.Remove(account) && (account.Number is null || _numbers.Remove(account.Number));
        }
    }

    public IReadOnlyList<ContractCollector> Collectors(Func<ContractCollector, bool> filter)
    {
        lock (_gate)
        {
            return [.. _collectors.Where(filter)];
        }
    }

    public IReadOnlyList<ContractAccount> Accounts(Func<ContractAccount, bool> filter)
    {
        lock (_gate)
        {
            return [.. _accounts.Where(filter)];
        }
    }

    /// <summary>The account numbers of every registration that arrived, in order, whatever came of it.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    private string WithoutForgotten(string blob)
    {
        if (JsonNode.Parse(blob) is not JsonObject kept)
        {
            return blob;
        }

        foreach (var key in _forgotten)
        {
            kept.Remove(key);
        }

        return kept.ToJsonString();
    }

    private string NextId() => (++_lastId).ToString("x8", CultureInfo.InvariantCulture);
}

internal sealed record ContractCollector(string Srn, string Name, string CloudType);

internal sealed record ContractAccount(string Srn, string? Number, string? CloudType, ContractCollector Collector, string Blob);
