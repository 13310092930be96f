namespace SonraiControlTower.Aws.SecretsManager.Wire;

internal sealed record NamedInput(string SecretId);

internal sealed record GetSecretValueInput(string SecretId, string? VersionId, string? VersionStage);

internal sealed record CreateSecretInput(string Name, string ClientRequestToken, SecretText SecretString);

internal sealed record PutSecretValueInput(
    string SecretId, string ClientRequestToken, SecretText SecretString, IReadOnlyList<string>? VersionStages);

internal sealed record MoveStageInput(string SecretId, string VersionStage, string? MoveToVersionId, string? RemoveFromVersionId);

internal sealed record RotateSecretInput(string SecretId, string ClientRequestToken);
