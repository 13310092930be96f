using System.Globalization;

namespace SonraiControlTower;

/// <summary>The token's secret is rotated, and the last rotation came to its end.</summary>
internal sealed class RotationCheck : ICheck
{
    public string Name => "Rotation";

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        const string Mend = "Run Update-SonraiIntegration, which brings the rotation back as it shall be.";
        var stack = integration.Stack;
        if (stack.SecretArn is not { } arn)
        {
            return IntegrationCheck.Fail(Name, "The stack names no secret.", Mend);
        }

        var secrets = await integration.Aws.OpenSecretsManagerAsync(integration.Access, cancellationToken).ConfigureAwait(false);
        var secret = await secrets.DescribeAsync(arn, cancellationToken).ConfigureAwait(false);
        return secret switch
        {
            null or { DeletedAt: not null } => IntegrationCheck.Fail(Name, $"The secret '{arn}' is not there.", Mend),
            { IsRotationEnabled: false } => IntegrationCheck.Fail(Name, $"The rotation of '{secret.Name}' is switched off.", Mend),
            _ when IsLeft(secret) => IntegrationCheck.Fail(
                Name, $"A rotation of '{secret.Name}' has not come to its end.", "Look into the log of the RotateCredentials function, then run Update-SonraiToken."),
            { LastRotatedAt: null } => IntegrationCheck.Warn(Name, $"'{secret.Name}' has never been rotated.", "Run Update-SonraiToken to rotate it now."),
            { LastRotatedAt: { } last } when stack.RotationDays is { } days && integration.Clock.GetUtcNow() - last > TimeSpan.FromDays(2 * days) =>
                IntegrationCheck.Fail(
                    Name, $"'{secret.Name}' was last rotated at {Instant(last)}, though it shall be every {days} days.", "Look into the log of the RotateCredentials function, then run Update-SonraiToken."),
            { LastRotatedAt: { } last } => IntegrationCheck.Pass(
                Name, $"Last at {Instant(last)}{(secret.NextRotationAt is { } next ? $", next at {Instant(next)}" : string.Empty)}."),
        };
    }

    /// <summary>A version that a rotation made and did not put into use.</summary>
    private static bool IsLeft(SecretDescription secret) =>
        secret.VersionAt(SecretStage.Pending) is { } pending && pending != secret.VersionAt(SecretStage.Current);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("u", CultureInfo.InvariantCulture);
}
