namespace SonraiControlTower;

/// <summary>
/// One version of a secret with its text
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</see>).
/// </summary>
/// <param name="SecretArn">The secret.</param>
/// <param name="VersionId">The version; the client request token of who put it.</param>
/// <param name="Stages">The staging labels that it has, words of <see cref="SecretStage"/> among them.</param>
/// <param name="Text">What it keeps; null for a secret that keeps bytes.</param>
public sealed record SecretVersion(string SecretArn, string VersionId, IReadOnlyList<string> Stages, SecretText? Text);

/// <summary>Which version of a secret is meant: by its id, by a staging label, or by both, which must then agree.</summary>
/// <param name="VersionId">The version's id; null for any.</param>
/// <param name="Stage">The staging label; null for any. Without either AWS takes AWSCURRENT.</param>
public sealed record SecretVersionChoice(string? VersionId, string? Stage)
{
    /// <summary>The version that has a staging label.</summary>
    public static SecretVersionChoice ByStage(string stage) => new(null, stage);

    /// <summary>The version that is in use.</summary>
    public static SecretVersionChoice Current { get; } = ByStage(SecretStage.Current);
}

/// <summary>
/// The staging labels of AWS's own
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">secret versions</see>).
/// </summary>
public static class SecretStage
{
    /// <summary>The version that who asks for the secret gets.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>The version that was current before.</summary>
    public const string Previous = "AWSPREVIOUS";

    /// <summary>The version that a rotation is making.</summary>
    public const string Pending = "AWSPENDING";
}
