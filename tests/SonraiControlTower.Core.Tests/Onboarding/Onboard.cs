using Microsoft.Extensions.Time.Testing;
using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Onboarding;

/// <summary>What tests of the registrar share.</summary>
internal static class Onboard
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly AccountId First = AccountId.Parse("000000000001");
    public static readonly AccountId Second = AccountId.Parse("000000000002");
    public static readonly AccountId Third = AccountId.Parse("000000000003");

    public static OrgAccount Account(AccountId id, string status = OrgAccount.Active) =>
        new() { AccountId = id.ToString(), Name = $"Account {id}", Status = status };

    public static AccountRegistrar Registrar(FakeDig dig, string? botRoleName = null) => new(
        dig,
        new RegistrationPlan(FakeDig.Blue, RegistrationPlan.DefaultRoleName, botRoleName),
        new FakeTimeProvider(Now));

    public static async Task<IReadOnlyList<Settled>> RegisterAsync(this FakeDig dig, params AccountId[] ids) =>
        await Registrar(dig).RegisterAsync([.. ids.Select(id => Account(id))], default);

    /// <summary>A run as the cmdlet makes one: consider each account, send what is left in batches.</summary>
    public static async Task<List<Settled>> RunAsync(this FakeDig dig, IEnumerable<AccountId> ids, int batchSize)
    {
        var registrar = Registrar(dig);
        var results = new List<Settled>();
        var open = new List<OrgAccount>();
        foreach (var account in ids.Select(id => Account(id)))
        {
            if (await registrar.ConsiderAsync(account, default) is { } known)
            {
                results.Add(new Settled(known));
            }
            else
            {
                open.Add(account);
            }
        }

        foreach (var batch in open.Chunk(batchSize))
        {
            results.AddRange(await registrar.RegisterAsync(batch, default));
        }

        return results;
    }
}
