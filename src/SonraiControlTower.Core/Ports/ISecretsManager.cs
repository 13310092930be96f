namespace SonraiControlTower;

/// <summary>
/// AWS Secrets Manager of one region, operation for operation. A secret is named by its name or its ARN. Source:
/// <see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html">AWS Secrets Manager API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface ISecretsManager
{
    /// <summary>A secret without what it keeps (DescribeSecret); null if there is none.</summary>
    Task<SecretDescription?> DescribeAsync(string secretId, CancellationToken cancellationToken);

    /// <summary>What a version of a secret keeps (GetSecretValue); null if there is no such secret, or no such version.</summary>
    Task<SecretVersion?> GetValueAsync(string secretId, SecretVersionChoice version, CancellationToken cancellationToken);

    /// <summary>Makes a secret (CreateSecret); gives its ARN.</summary>
    /// <exception cref="SonraiException"><c>SecretExists</c>.</exception>
    Task<string> CreateAsync(string name, SecretText text, OperationId requestToken, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a new version into a secret (PutSecretValue), named by the token: the same text with the same token is put once, another text is refused.
    /// </summary>
    /// <exception cref="SonraiException"><c>SecretNotFound</c>, <c>SecretExists</c> for another text under the same token.</exception>
    Task PutValueAsync(string secretId, OperationId requestToken, SecretText text, IReadOnlyList<string> stages, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a staging label from one version to another (UpdateSecretVersionStage); null takes it from, or gives it to, none. Where AWSCURRENT
    /// moves, AWS gives AWSPREVIOUS to the version that it leaves.
    /// </summary>
    /// <exception cref="SonraiException"><c>SecretNotFound</c>, <c>SecretRefused</c> where the label is not on <paramref name="removeFrom"/>.</exception>
    Task MoveStageAsync(string secretId, string stage, string? moveTo, string? removeFrom, CancellationToken cancellationToken);

    /// <summary>Begins a rotation now (RotateSecret); gives the id of the version that it makes.</summary>
    /// <exception cref="SonraiException"><c>SecretNotFound</c>, <c>SecretRefused</c> for one without rotation, or while one runs.</exception>
    Task<string> RotateAsync(string secretId, OperationId requestToken, CancellationToken cancellationToken);
}
