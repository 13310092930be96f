using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Makes an API token with the rights of the session's own; says what lifetime was granted.</summary>
[Cmdlet(VerbsCommon.New, "SonraiToken", SupportsShouldProcess = true)]
[OutputType(typeof(IssuedToken), typeof(IssuedPlainTextToken))]
public sealed class NewSonraiTokenCommand : AwsCmdlet
{
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Control Tower Integration";

    [Parameter(Position = 1)]
    [LifetimeTransformation]
    public TimeSpan ExpiresIn { get; set; } = TimeSpan.FromDays(30);

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecretId { get; set; }

    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var tokens = Session.Dig.Tokens;
        var rotation = SecretId is null ? null : new TokenRotation(await Session.Aws.OpenSecretsManagerAsync(SettledAccess, cancellationToken), Session.AwsClock);
        if (!ShouldProcess(Name, $"Make an API token for {ExpiresIn}{(SecretId is null ? string.Empty : $" and keep it in the secret {SecretId}")}"))
        {
            return;
        }

        var made = await tokens.CreateAsync(Name, ExpiresIn, cancellationToken);
        var (token, secret) = made;

        // The token is given out before it is kept: if the secret cannot be written, the token is not lost.
        WriteObject(AsPlainText
            ? new IssuedPlainTextToken { Name = token.Name, ExpiresAt = token.ExpiresAt, Token = secret.Reveal(), Srn = token.Srn }
            : new IssuedToken
            {
                Name = token.Name,
                ExpiresAt = token.ExpiresAt,
                Token = TokenTransformationAttribute.Protect(secret.Reveal()),
                Srn = token.Srn,
            });
        if (rotation is not null)
        {
            await rotation.KeepAsync(SecretId!, made, cancellationToken);
        }
    }
}
