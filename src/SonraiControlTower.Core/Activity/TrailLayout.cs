using System.Globalization;

namespace SonraiControlTower;

/// <summary>
/// How CloudTrail names its files in a bucket: <c>PREFIX/AWSLogs/ORGANIZATION/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/…</c>, without the organization where
/// the trail is of one account. Source:
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html">Finding your CloudTrail log files</see>.
/// </summary>
internal static class TrailLayout
{
    private const string Records = "CloudTrail";

    /// <summary>
    /// Whether a key can be one of a file of records. Beside them lie digests, Insights and the files of other services, in folders of other names;
    /// what lies in no account's folder was put there by somebody, and is what he says it is.
    /// </summary>
    public static bool IsOfRecords(string key)
    {
        if (!key.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase) && !key.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var parts = key.Split('/');
        var account = Array.FindIndex(parts, part => AccountId.TryParse(part, out _));
        return account < 0 || account + 1 >= parts.Length - 1 || parts[account + 1] == Records;
    }

    /// <summary>Whether the files below a folder can be wanted, as far as its path tells.</summary>
    public static bool IsWanted(string folder, IReadOnlySet<AccountId> accounts)
    {
        var parts = folder.TrimEnd('/').Split('/');
        return parts is [.., var above, var last]
            ? AccountId.TryParse(above, out _) ? last == Records : IsWantedAccount(last, accounts)
            : IsWantedAccount(parts[0], accounts);
    }

    /// <summary>The folder of one region with its slash, if the path leads there or farther: below it come years, months and days; null above.</summary>
    public static string? RegionFolder(string path)
    {
        var parts = path.Split('/');
        var records = Array.FindIndex(parts, part => AccountId.TryParse(part, out _)) + 1;
        return records > 0 && parts.Length > records + 2 && parts[records] == Records ? string.Join('/', parts[..(records + 2)]) + "/" : null;
    }

    /// <summary>What the keys of a day in the folder of a region begin with, without the last slash.</summary>
    public static string Day(string regionFolder, DateOnly day) => regionFolder + day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);

    private static bool IsWantedAccount(string name, IReadOnlySet<AccountId> accounts) =>
        accounts.Count == 0 || !AccountId.TryParse(name, out var id) || accounts.Contains(id);
}
