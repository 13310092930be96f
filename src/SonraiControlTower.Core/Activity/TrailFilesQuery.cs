namespace SonraiControlTower;

/// <summary>Which files of a bucket are asked for. Every condition left empty lets everything pass.</summary>
public sealed record TrailFilesQuery
{
    /// <summary>What keys begin with.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The first day of the files (UTC): that on which CloudTrail delivered them, mostly some minutes after the calls.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the files (UTC).</summary>
    public DateOnly? To { get; init; }

    /// <summary>Accounts.</summary>
    public IReadOnlySet<AccountId> Accounts { get; init; } = new HashSet<AccountId>();

    /// <summary>True where keys are CloudTrail's own, so that a folder tells what is below it.</summary>
    public bool IsInTrailLayout { get; init; }

    /// <summary>Whether folders must be told apart, and not only the kinds of files.</summary>
    internal bool IsByFolder => IsInTrailLayout || From is not null || To is not null || Accounts.Count > 0;
}
