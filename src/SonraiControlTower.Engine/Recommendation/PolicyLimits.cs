namespace SonraiControlTower.Engine;

/// <summary>
/// How long policies may be, in characters without white space
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length">IAM and STS quotas</see>).
/// </summary>
internal static class PolicyLimits
{
    public const int Managed = 6_144;

    /// <summary>What all inline policies of an identity may be together.</summary>
    /// <param name="kind">A word of <see cref="IamKind"/>.</param>
    public static int Inline(string kind) => kind switch
    {
        IamKind.User => 2_048,
        IamKind.Group => 5_120,
        _ => 10_240,
    };
}
