using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;
using SonraiControlTower.Aws.SecretsManager.Wire;

namespace SonraiControlTower.Aws.SecretsManager;

/// <summary>AWS Secrets Manager over the wire.</summary>
internal sealed class SecretsManagerAdapter(AwsJsonClient client) : ISecretsManager
{
    private const string NotFound = "ResourceNotFoundException";

    public async Task<SecretDescription?> DescribeAsync(string secretId, CancellationToken cancellationToken)
    {
        try
        {
            return WireMapping.ToDescription(
                await client.SendAsync(SecretsManagerService.DescribeSecret, new(secretId), cancellationToken).ConfigureAwait(false));
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == NotFound)
        {
            return null;
        }
    }

    public async Task<SecretVersion?> GetValueAsync(string secretId, SecretVersionChoice version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        try
        {
            return WireMapping.ToVersion(await client.SendAsync(
                SecretsManagerService.GetSecretValue, new(secretId, version.VersionId, version.Stage), cancellationToken).ConfigureAwait(false));
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == NotFound)
        {
            return null;
        }
    }

    public async Task<string> CreateAsync(string name, SecretText text, OperationId requestToken, CancellationToken cancellationToken) =>
        (await client.SendAsync(SecretsManagerService.CreateSecret, new(name, $"{requestToken}", text), cancellationToken).ConfigureAwait(false)).Arn;

    /// <summary>Without a label AWS gives AWSCURRENT, so an empty list is not sent.</summary>
    public Task PutValueAsync(
        string secretId, OperationId requestToken, SecretText text, IReadOnlyList<string> stages, CancellationToken cancellationToken) =>
        client.SendAsync(
            SecretsManagerService.PutSecretValue,
            new(secretId, $"{requestToken}", text, stages is { Count: > 0 } ? stages : null),
            cancellationToken);

    public Task MoveStageAsync(string secretId, string stage, string? moveTo, string? removeFrom, CancellationToken cancellationToken) =>
        client.SendAsync(SecretsManagerService.UpdateSecretVersionStage, new(secretId, stage, moveTo, removeFrom), cancellationToken);

    public async Task<string> RotateAsync(string secretId, OperationId requestToken, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(SecretsManagerService.RotateSecret, new(secretId, $"{requestToken}"), cancellationToken)
            .ConfigureAwait(false);
        // The token names the version; AWS says so in its answer, emulators not always.
        return answer.VersionId ?? $"{requestToken}";
    }
}
