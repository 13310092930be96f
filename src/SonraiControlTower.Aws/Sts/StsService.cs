using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Sts;

/// <summary>AWS STS, as our messages call it; its client is the SDK's own.</summary>
internal static class StsService
{
    public const string AssumeRole = nameof(AssumeRole);
    public const string GetCallerIdentity = nameof(GetCallerIdentity);

    public static AwsService Service { get; } = new("STS", "sts", "2011-06-15", IsGlobal: false) { OwnProblem = StsProblems.Of };
}
