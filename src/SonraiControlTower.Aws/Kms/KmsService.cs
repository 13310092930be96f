using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Kms;

/// <summary>AWS KMS, as our messages call it; its client is the SDK's own.</summary>
internal static class KmsService
{
    public const string DescribeKey = nameof(DescribeKey);
    public const string GetKeyPolicy = nameof(GetKeyPolicy);
    public const string PutKeyPolicy = nameof(PutKeyPolicy);

    public static AwsService Service { get; } = new("KMS", "kms", "2014-11-01", IsGlobal: false) { OwnProblem = KmsProblems.Of };
}
