namespace SonraiControlTower;

/// <summary>
/// Puts a new API token into a secret: by the secret's own rotation, or step by step from here where it has none, with the same order
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">rotation by function</see>): the new
/// token is tried before it takes the place of the old, which stays valid until it ends.
/// </summary>
/// <param name="secrets">Secrets Manager of the secret's region.</param>
/// <param name="clock">The clock of the pauses between two looks.</param>
public sealed class TokenRotation(ISecretsManager secrets, TimeProvider clock)
{
    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(10);

    /// <summary>Begins a rotation now and waits for its end.</summary>
    /// <param name="secretId">The secret's name or ARN.</param>
    /// <param name="patience">How long to wait; none gives the result as it then is, still pending.</param>
    /// <param name="cancellationToken">Ends the wait, not the rotation.</param>
    /// <exception cref="SonraiException"><c>SecretNotFound</c>, <c>SecretRefused</c>, <c>RotationNotFinished</c>.</exception>
    public async Task<TokenRotationResult> RotateAsync(string secretId, TimeSpan patience, CancellationToken cancellationToken)
    {
        var version = await secrets.RotateAsync(secretId, OperationId.New(), cancellationToken).ConfigureAwait(false);
        var deadline = clock.GetUtcNow() + patience;
        var pause = new Pause(clock, _firstLook, _longestLook);
        while (true)
        {
            var secret = await secrets.DescribeAsync(secretId, cancellationToken).ConfigureAwait(false)
                ?? throw new SonraiException(SecretsManagerProblems.NotFound("DescribeSecret", $"'{secretId}' is gone."));
            if (secret.VersionAt(SecretStage.Current) == version)
            {
                return await EndAsync(secret, version, cancellationToken).ConfigureAwait(false);
            }

            if (patience == TimeSpan.Zero)
            {
                return new TokenRotationResult { SecretId = secret.Name, VersionId = version, Status = TokenRotationStatus.Pending };
            }

            if (clock.GetUtcNow() >= deadline)
            {
                throw new SonraiException(IntegrationProblems.RotationNotFinished(secret.Name));
            }

            await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does the four steps from here, for a secret that nothing rotates.</summary>
    /// <param name="secretId">The secret's name or ARN.</param>
    /// <param name="dig">Dig, which makes the token and is asked whether it accepts it.</param>
    /// <param name="name">The token's name.</param>
    /// <param name="lifetime">How long it is to live.</param>
    /// <param name="cancellationToken">Ends the work; run again, it makes another token.</param>
    /// <exception cref="SonraiException"><c>SecretNotFound</c>, <c>NewTokenRefused</c>, or what Dig answers.</exception>
    public async Task<TokenRotationResult> ReplaceAsync(string secretId, IDig dig, string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dig);
        var current = await secrets.GetValueAsync(secretId, SecretVersionChoice.Current, cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(SecretsManagerProblems.NotFound("GetSecretValue", $"'{secretId}' keeps no value."));
        var version = OperationId.New();
        var (token, secret) = await dig.Tokens.CreateAsync(name, lifetime, cancellationToken).ConfigureAwait(false);
        await secrets.PutValueAsync(secretId, version, TokenSecret.Read(secretId, current).With(secret, token.ExpiresAt), [SecretStage.Pending], cancellationToken)
            .ConfigureAwait(false);
        var verdict = await dig.Tokens.TestAsync(secret, cancellationToken).ConfigureAwait(false);
        if (!verdict.IsValid)
        {
            throw new SonraiException(RotationProblems.NewTokenRefused(verdict.Reason ?? verdict.Status));
        }

        await secrets.MoveStageAsync(secretId, SecretStage.Current, $"{version}", current.VersionId, cancellationToken).ConfigureAwait(false);
        await secrets.MoveStageAsync(secretId, SecretStage.Pending, null, $"{version}", cancellationToken).ConfigureAwait(false);
        return new TokenRotationResult { SecretId = secretId, VersionId = $"{version}", Status = TokenRotationStatus.Rotated, ExpiresAt = token.ExpiresAt };
    }

    /// <summary>Keeps a token in a secret, which is made if there is none.</summary>
    public async Task KeepAsync(string secretId, NewToken made, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(made);
        if (await secrets.DescribeAsync(secretId, cancellationToken).ConfigureAwait(false) is null)
        {
            await secrets.CreateAsync(secretId, TokenSecret.Put(secretId, null, made.Secret, made.Token.ExpiresAt), OperationId.New(), cancellationToken).ConfigureAwait(false);
            return;
        }

        var current = await secrets.GetValueAsync(secretId, SecretVersionChoice.Current, cancellationToken).ConfigureAwait(false);
        await secrets.PutValueAsync(
            secretId, OperationId.New(), TokenSecret.Put(secretId, current?.Text, made.Secret, made.Token.ExpiresAt), [SecretStage.Current], cancellationToken).ConfigureAwait(false);
    }

    private async Task<TokenRotationResult> EndAsync(SecretDescription secret, string version, CancellationToken cancellationToken)
    {
        var current = await secrets.GetValueAsync(secret.Arn, SecretVersionChoice.Current, cancellationToken).ConfigureAwait(false);
        return new TokenRotationResult
        {
            SecretId = secret.Name,
            VersionId = version,
            Status = TokenRotationStatus.Rotated,
            ExpiresAt = TokenClaims.Read(TokenSecret.Read(secret.Name, current).Token).ExpiresAt,
        };
    }
}

/// <summary>What came of a rotation. The token itself is not part of it.</summary>
public sealed record TokenRotationResult
{
    /// <summary>The secret.</summary>
    public required string SecretId { get; init; }

    /// <summary>The version that was made.</summary>
    public required string VersionId { get; init; }

    /// <summary>A word of <see cref="TokenRotationStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>When the new token ends; null where that is not known yet.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public override string ToString() => $"{SecretId} {Status}";
}

/// <summary>The ends of a rotation; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class TokenRotationStatus
{
    /// <summary>The new token is in use.</summary>
    public const string Rotated = nameof(Rotated);

    /// <summary>The rotation was begun, and has not come to its end.</summary>
    public const string Pending = nameof(Pending);
}
