namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="SecretService"/> and <see cref="Rotations"/>, in one region.</summary>
internal sealed class SandboxSecretsManager(LandingZone zone, ServiceDesk desk, string region) : ISecretsManager
{
    public Task<SecretDescription?> DescribeAsync(string secretId, CancellationToken cancellationToken) =>
        desk.AskAsync("DescribeSecret", caller => zone.Secrets.Describe(caller, region, secretId), cancellationToken);

    public Task<SecretVersion?> GetValueAsync(string secretId, SecretVersionChoice version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        return desk.AskAsync("GetSecretValue", caller => zone.Secrets.Get(caller, region, secretId, version), cancellationToken);
    }

    public Task<string> CreateAsync(string name, SecretText text, OperationId requestToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return desk.AskAsync(
            "CreateSecret",
            caller => zone.Secrets.Create(caller, region, name, text.Reveal(), requestToken.ToString(), keyArn: null).Arn,
            cancellationToken);
    }

    public Task PutValueAsync(
        string secretId, OperationId requestToken, SecretText text, IReadOnlyList<string> stages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return desk.AskAsync(
            "PutSecretValue",
            caller => zone.Secrets.Put(caller, region, secretId, requestToken.ToString(), text.Reveal(), stages),
            cancellationToken);
    }

    public Task MoveStageAsync(string secretId, string stage, string? moveTo, string? removeFrom, CancellationToken cancellationToken) =>
        desk.AskAsync(
            "UpdateSecretVersionStage", caller => zone.Secrets.MoveStage(caller, region, secretId, stage, moveTo, removeFrom), cancellationToken);

    public Task<string> RotateAsync(string secretId, OperationId requestToken, CancellationToken cancellationToken) =>
        desk.AskAsync("RotateSecret", caller => zone.Rotations.Rotate(caller, region, secretId, requestToken.ToString()), cancellationToken);
}
