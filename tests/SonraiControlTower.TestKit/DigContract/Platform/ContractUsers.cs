using System.Globalization;

namespace SonraiControlTower.TestKit;

/// <summary>The users of a contract server; the first is the one whose tokens it issues.</summary>
internal sealed class ContractUsers(DigContractOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<ContractUser> _users =
    [
        new($"srn:{options.Org}::SonraiUser/contract", "Operator", "operator@example.com", true, options.Clock.GetUtcNow()),
    ];

    /// <summary>The user of every token.</summary>
    public ContractUser Own => All[0];

    public IReadOnlyList<ContractUser> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _users];
            }
        }
    }

    public ContractUser Add(string name, string email, bool isActive)
    {
        lock (_gate)
        {
            var srn = string.Create(CultureInfo.InvariantCulture, $"srn:{options.Org}::SonraiUser/{_users.Count:x8}");
            var user = new ContractUser(srn, name, email, isActive, null);
            _users.Add(user);
            return user;
        }
    }

    public ContractUser? Find(string srn) => All.FirstOrDefault(one => one.Srn == srn);
}

internal sealed record ContractUser(string Srn, string Name, string Email, bool IsActive, DateTimeOffset? LastLogin);
