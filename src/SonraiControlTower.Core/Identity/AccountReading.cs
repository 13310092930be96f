namespace SonraiControlTower;

/// <summary>What came of reading the identities of one account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Import">What was brought; null where the account could not be read.</param>
/// <param name="Problems">What is wrong: with the account, or with policies in it.</param>
public sealed record AccountReading(AccountId Account, SonraiIdentityImport? Import, IReadOnlyList<Problem> Problems);
