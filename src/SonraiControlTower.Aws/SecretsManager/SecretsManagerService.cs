using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;
using SonraiControlTower.Aws.SecretsManager.Wire;

namespace SonraiControlTower.Aws.SecretsManager;

/// <summary>
/// AWS Secrets Manager and the operations of it that we call. Those that make a version carry a token, by which AWS does them once; to move a label
/// a second time is refused, for it is no longer where it is to be taken from.
/// </summary>
internal static class SecretsManagerService
{
    private const string Target = "secretsmanager";

    public static AwsService Service { get; } = new("Secrets Manager", "secretsmanager", "2017-10-17", IsGlobal: false)
    {
        OwnProblem = SecretsManagerProblems.Of,
        IsPlainFipsInGovCloud = _ => false,
        HasDualStackDomain = partition => partition is not ("aws" or "aws-cn" or "aws-us-gov"),
    };

    public static JsonOperation<NamedInput, DescribeSecretAnswer> DescribeSecret { get; } =
        new(Target, nameof(DescribeSecret), SecretsJson.Default.NamedInput, SecretsJson.Default.DescribeSecretAnswer);

    public static JsonOperation<GetSecretValueInput, GetSecretValueAnswer> GetSecretValue { get; } =
        new(Target, nameof(GetSecretValue), SecretsJson.Default.GetSecretValueInput, SecretsJson.Default.GetSecretValueAnswer);

    public static JsonOperation<CreateSecretInput, VersionAnswer> CreateSecret { get; } =
        new(Target, nameof(CreateSecret), SecretsJson.Default.CreateSecretInput, SecretsJson.Default.VersionAnswer);

    public static JsonOperation<PutSecretValueInput, VersionAnswer> PutSecretValue { get; } =
        new(Target, nameof(PutSecretValue), SecretsJson.Default.PutSecretValueInput, SecretsJson.Default.VersionAnswer);

    public static JsonOperation<MoveStageInput, VersionAnswer> UpdateSecretVersionStage { get; } =
        new(Target, nameof(UpdateSecretVersionStage), SecretsJson.Default.MoveStageInput, SecretsJson.Default.VersionAnswer, Sending.Once);

    public static JsonOperation<RotateSecretInput, VersionAnswer> RotateSecret { get; } =
        new(Target, nameof(RotateSecret), SecretsJson.Default.RotateSecretInput, SecretsJson.Default.VersionAnswer);
}
