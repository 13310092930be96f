namespace SonraiControlTower.TestKit;

/// <summary>What the records of a made-up estate say, by principal and action.</summary>
/// <param name="Pairs">Who used what, service-linked roles included.</param>
/// <param name="Principals">Users and roles there are, whether they did anything or not.</param>
/// <param name="Files">How many files of records.</param>
/// <param name="Bytes">Their bytes, as stored.</param>
public sealed record EstateTruth(
    IReadOnlyDictionary<(string PrincipalArn, string Action), TrueUse> Pairs, int Principals, int Files, long Bytes);

/// <summary>How one principal used one action.</summary>
/// <param name="Allowed">How often it was allowed.</param>
/// <param name="Denied">How often it was refused.</param>
/// <param name="Last">When it was last allowed; null for never.</param>
public sealed record TrueUse(long Allowed, long Denied, DateTimeOffset? Last)
{
    public TrueUse Plus(bool allowed, DateTimeOffset at) => allowed
        ? this with { Allowed = Allowed + 1, Last = Last is { } last && last > at ? last : at }
        : this with { Denied = Denied + 1 };
}
