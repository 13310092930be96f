using System.Globalization;

namespace SonraiControlTower;

/// <summary>Dig accepts the token of the secret, and it lives beyond the next rotation.</summary>
internal sealed class TokenCheck : ICheck
{
    public string Name => "API token";

    public async Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken)
    {
        const string Mend = "Run Update-SonraiToken to rotate it now; where no token works any more, Update-SonraiIntegration -Token with a new one.";
        if (integration.Stack.SecretArn is not { } arn)
        {
            return IntegrationCheck.Fail(Name, "The stack names no secret.", "Run Update-SonraiIntegration.");
        }

        var secrets = await integration.Aws.OpenSecretsManagerAsync(integration.Access, cancellationToken).ConfigureAwait(false);
        var version = await secrets.GetValueAsync(arn, SecretVersionChoice.Current, cancellationToken).ConfigureAwait(false);
        var token = TokenSecret.Read(arn, version).Token;
        var verdict = await integration.Dig.Tokens.TestAsync(token, cancellationToken).ConfigureAwait(false);
        return verdict switch
        {
            { IsValid: false } => IntegrationCheck.Fail(Name, verdict.Reason ?? $"It is {verdict.Status}.", Mend),
            { ExpiresAt: { } end } => IntegrationCheck.Pass(Name, $"Dig accepts it until {end.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}."),
            _ => IntegrationCheck.Pass(Name, "Dig accepts it."),
        };
    }
}
