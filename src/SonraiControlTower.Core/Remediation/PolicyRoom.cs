namespace SonraiControlTower;

/// <summary>
/// How much IAM takes: characters of policies without white space, and policies of an identity
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</see>).
/// </summary>
public static class PolicyRoom
{
    /// <summary>What a managed policy may be.</summary>
    public const int Managed = 6_144;

    /// <summary>How many characters the name of a managed policy may have.</summary>
    public const int LongestName = 128;

    /// <summary>How many versions of a managed policy IAM keeps.</summary>
    public const int Versions = 5;

    /// <summary>How many managed policies an identity has at most, unless the quota was raised.</summary>
    public const int Attached = 10;

    /// <summary>How many it has at most where the quota was raised; for groups it cannot be.</summary>
    public const int AttachedRaised = 20;

    /// <summary>What all inline policies of an identity may be together.</summary>
    /// <param name="kind">A word of <see cref="IamKind"/>.</param>
    public static int Inline(string kind) => kind switch
    {
        IamKind.User => 2_048,
        IamKind.Group => 5_120,
        _ => 10_240,
    };
}
