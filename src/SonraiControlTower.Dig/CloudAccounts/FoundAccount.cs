using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>An account as a tenant has it.</summary>
/// <param name="Account">The account as the house knows it.</param>
/// <param name="Blob">All that the tenant keeps with it: an object.</param>
internal sealed record FoundAccount(SonraiAccount Account, JsonElement Blob)
{
    public AccountId Id => AccountId.Parse(Account.AccountId);
}
