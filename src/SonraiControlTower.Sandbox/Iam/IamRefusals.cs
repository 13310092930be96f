namespace SonraiControlTower.Sandbox;

/// <summary>
/// IAM's refusals in IAM's words, and its
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">quotas</see> as they are without a raise.
/// </summary>
internal static class IamRefusals
{
    public const int MostRoles = 1_000;
    public const int MostUsers = 5_000;
    public const int MostGroupsOfUser = 10;
    public const int MostPolicies = 1_500;
    public const int MostAttached = 10;
    public const int MostVersions = 5;
    public const int MostTags = 50;
    public const int LongestTrust = 2_048;
    public const int LongestPolicy = 6_144;
    public const int LongestTagKey = 128;
    public const int LongestTagValue = 256;

    /// <summary>What all inline policies of an identity may be together.</summary>
    public static int LongestInline(string kind) => kind switch
    {
        IamKind.User => 2_048,
        IamKind.Group => 5_120,
        _ => 10_240,
    };

    /// <exception cref="AwsFault">LimitExceeded, InvalidInput.</exception>
    public static void DemandTags(string quota, IEnumerable<string> present, IReadOnlyDictionary<string, string> tags)
    {
        if (present.Union(tags.Keys).Count() > MostTags)
        {
            throw Quota(quota, MostTags);
        }

        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > LongestTagKey || value.Length > LongestTagValue || !(key + value).All(IsOfTags))
            {
                throw new AwsFault("InvalidInput", $"The tag {key} has a key or a value that is too long, or signs that tags cannot have.");
            }
        }
    }

    public static AwsFault NoRole(string name) => new("NoSuchEntity", $"The role with name {name} cannot be found.");

    public static AwsFault NoIdentity(IamIdentity identity) =>
        identity.Kind == IamKind.Role
            ? NoRole(identity.Name)
            : new("NoSuchEntity", $"The {(identity.Kind == IamKind.User ? "user" : "group")} with name {identity.Name} cannot be found.");

    public static AwsFault NoPolicy(string arn) => new("NoSuchEntity", $"Policy {arn} was not found.");

    public static AwsFault NotAttachable(string arn) => new("NoSuchEntity", $"Policy {arn} does not exist or is not attachable.");

    public static AwsFault NoBoundary(string arn) => new("NoSuchEntity", $"Scope ARN: {arn} does not exist or is not attachable.");

    public static AwsFault NoVersion(string arn, string version) =>
        new("NoSuchEntity", $"Policy {arn} version {version} does not exist or is not attachable.");

    public static AwsFault RoleExists(string name) => new("EntityAlreadyExists", $"Role with name {name} already exists.");

    public static AwsFault PolicyExists(string name) => new("EntityAlreadyExists", $"A policy called {name} already exists. Duplicate names are not allowed.");

    public static AwsFault Quota(string name, int limit) => new("LimitExceeded", $"Cannot exceed quota for {name}: {limit}");

    public static AwsFault InUse(string words) => new("DeleteConflict", words);

    public static AwsFault Unmodifiable(string name) =>
        new("UnmodifiableEntity", $"Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS");

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html
    private static bool IsOfTags(char sign) =>
        char.IsLetter(sign) || char.IsNumber(sign) || char.IsSeparator(sign) || "_.:/=+-@".Contains(sign, StringComparison.Ordinal);
}
