using System.Text.RegularExpressions;

namespace SonraiControlTower.Engine;

/// <summary>The names of log files.</summary>
internal static partial class LogFileName
{
    /// <summary>
    /// What a file is known by. A name that CloudTrail gave is unique wherever the file lies
    /// (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html">log file names</see>); of others the
    /// whole path counts.
    /// </summary>
    public static string KeyOf(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return IsGiven().IsMatch(last) ? last : name;
    }

    /// <summary>Whether CloudTrail gave the name, so that two files that have it are the same.</summary>
    public static bool IsUnique(string key) => IsGiven().IsMatch(key);

    /// <summary><c>ACCOUNT_CloudTrail_REGION_TIME_UNIQUE.json.gz</c>.</summary>
    [GeneratedRegex(@"^\d{12}_CloudTrail_[a-z0-9-]+_\d{8}T\d{4}Z_[A-Za-z0-9]{16}\.json(\.gz)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsGiven();
}
