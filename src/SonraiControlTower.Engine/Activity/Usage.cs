using System.Collections.ObjectModel;

namespace SonraiControlTower.Engine;

/// <summary>What principals did, by action of the catalogue; a picture of the store at one moment.</summary>
internal sealed class Usage(IReadOnlyDictionary<string, PrincipalUsage> principals, IReadOnlyDictionary<string, LogCoverage> coverage)
{
    public static Usage Empty { get; } = new(ReadOnlyDictionary<string, PrincipalUsage>.Empty, ReadOnlyDictionary<string, LogCoverage>.Empty);

    public IEnumerable<PrincipalUsage> Principals => principals.Values;

    /// <summary>
    /// Null for one that no record names. A role is found by its whole ARN, and where the records leave its path out, by the ARN without it.
    /// </summary>
    public PrincipalUsage? Of(string principalArn) =>
        principals.GetValueOrDefault(principalArn) ?? principals.GetValueOrDefault(RolePaths.WithoutPath(principalArn));

    /// <summary>What the logs of an account cover; null for no logs.</summary>
    public LogCoverage? CoverageOf(AccountId account) => coverage.GetValueOrDefault(account.ToString());
}

/// <summary>What one principal did.</summary>
/// <param name="Arn">The principal.</param>
/// <param name="Kind">A word of <see cref="PrincipalKind"/>.</param>
/// <param name="Actions">By the action's place in the catalogue.</param>
internal sealed record PrincipalUsage(string Arn, string Kind, IReadOnlyDictionary<int, ActionUse> Actions);

/// <summary>How one principal used one action.</summary>
/// <param name="Observed">How often a record says that it was allowed.</param>
/// <param name="Inferred">How often a call was allowed that asks for this action besides its own.</param>
/// <param name="Denied">How often it was refused.</param>
/// <param name="FirstUsedAt">When it was first allowed, or inferred; null for never.</param>
/// <param name="LastUsedAt">When it was last allowed, or inferred; null for never.</param>
/// <param name="Resources">
/// ARNs and patterns of ARNs that cover every allowed call; empty where at least one call's resource is not known, so that nothing may be narrowed.
/// </param>
internal sealed record ActionUse(
    long Observed, long Inferred, long Denied, DateTimeOffset? FirstUsedAt, DateTimeOffset? LastUsedAt, IReadOnlyList<string> Resources)
{
    public bool IsUsed => Observed + Inferred > 0;
}

/// <summary>What the logs of an account cover.</summary>
/// <param name="From">The earliest record.</param>
/// <param name="To">The latest record.</param>
/// <param name="DataEventServices">The IAM prefixes of the services that have data events in them, such as <c>s3</c>.</param>
internal sealed record LogCoverage(DateTimeOffset From, DateTimeOffset To, IReadOnlySet<string> DataEventServices);
