namespace SonraiControlTower;

/// <summary>What can stand between the collector and the organization's trail.</summary>
public static class IngestionProblems
{
    public static Problem NoTrail { get; } = new(
        "OrganizationTrailNotFound",
        "The organization has no trail that these credentials can see.",
        "Switch CloudTrail on in Control Tower's landing zone settings, or make an organization trail; use the management account's credentials.",
        ProblemKind.NotFound);

    public static Problem BucketOwnerUnknown(string bucket) => new(
        "TrailBucketOwnerUnknown",
        $"Which account has the trail's bucket '{bucket}' could not be found out.",
        "Give it with -LogArchiveAccount.",
        ProblemKind.InvalidInput)
    { Target = bucket };

    public static Problem NotEntered(AccountId account, string role, string why) => new(
        "TrailAccountNotEntered",
        $"The account '{account}' could not be entered through its role '{role}': {why}",
        "Use the management account's credentials, or name another role with -ExecutionRoleName.",
        ProblemKind.NotAllowed)
    { Target = account.ToString() };

    public static Problem NoRole(RoleArn role) => new(
        "CollectorRoleMissing",
        $"There is no role '{role}', which shall read the trail's files.",
        "Install it first, with Install-SonraiIntegration or Install-SonraiCollectorRole.",
        ProblemKind.NotFound)
    { Target = role.ToString() };

    public static Problem AwsOwnKey(string key) => new(
        "TrailKeyNotYours",
        $"The trail's files are encrypted with the key '{key}', whose policy nobody can change.",
        "Give the trail a customer managed key, or none.",
        ProblemKind.NotAllowed)
    { Target = key };

    public static Problem NotReadable(string bucket, string why) => new(
        "TrailNotReadable",
        $"Everything is granted, but the collector cannot read the trail's bucket '{bucket}': {why}",
        "IAM and S3 may need a minute; run Get-SonraiIngestion again. If it stays so, a service control policy or the role's boundary denies it.",
        ProblemKind.NotAllowed)
    { Target = bucket };
}
