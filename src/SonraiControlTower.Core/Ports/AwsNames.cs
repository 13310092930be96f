using System.Text.RegularExpressions;

namespace SonraiControlTower;

/// <summary>What AWS accepts as names. They are looked at before anything is sent, so that a record with a name AWS refuses cannot be built.</summary>
internal static partial class AwsNames
{
    /// <summary>A stack or stack set: a letter, then letters, digits and hyphens, 128 at most; or its id, which has an ARN's signs besides.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html">CreateStackSet</see>.</remarks>
    public static string Stack(string? text) => Matched(text, StackPattern(), "a stack's name", "a letter, then letters, digits and hyphens, 128 at most");

    /// <summary>An operation's id or a client request token: letters, digits and hyphens, 128 at most.</summary>
    public static string Token(string? text) => Matched(text, TokenPattern(), "an operation's id", "letters, digits and hyphens, 128 at most");

    /// <summary>An organizational unit (<c>ou-…</c>) or a root (<c>r-…</c>).</summary>
    public static string Unit(string? text) => Matched(text, UnitPattern(), "the id of an organizational unit", "ou-… or r-…, as AWS Organizations gives it");

    /// <summary>A region's system name.</summary>
    public static string Region(string? text) => Matched(text, RegionPattern(), "a region's name", "a system name such as eu-west-1");

    /// <summary>A user, group, role or policy of IAM: letters, digits and <c>+=,.@_-</c>.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM name requirements</see>.</remarks>
    public static string Iam(string? text, int longest) =>
        text?.Length <= longest
            ? Matched(text, IamPattern(), "a name of IAM", $"letters, digits and +=,.@_-, {longest} at most")
            : throw new SonraiException(AwsProblems.MalformedName("a name of IAM", text, $"letters, digits and +=,.@_-, {longest} at most"));

    /// <summary>A path of IAM: <c>/</c>, or <c>/…/</c>, 512 at most.</summary>
    public static string IamPath(string? text) => Matched(text, IamPathPattern(), "a path of IAM", "a slash, or text between slashes, 512 signs at most");

    private static string Matched(string? text, Regex pattern, string what, string rule) =>
        text is not null && pattern.IsMatch(text) ? text : throw new SonraiException(AwsProblems.MalformedName(what, text, rule));

    [GeneratedRegex(@"\A([a-zA-Z][-a-zA-Z0-9]{0,127}(:[-a-zA-Z0-9]{1,64})?|arn:[-:a-zA-Z0-9/._+]{1,1600})\z")]
    private static partial Regex StackPattern();

    [GeneratedRegex(@"\A[a-zA-Z0-9][-a-zA-Z0-9]{0,127}\z")]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"\A(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})\z")]
    private static partial Regex UnitPattern();

    [GeneratedRegex(@"\A[a-z0-9][-a-z0-9]{0,62}\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"\A[a-zA-Z0-9+=,.@_-]+\z")]
    private static partial Regex IamPattern();

    [GeneratedRegex(@"\A/([\x21-\x7e]{1,510}/)?\z")]
    private static partial Regex IamPathPattern();
}
