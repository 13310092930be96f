using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Makes an API token with the rights of the session's own; says what lifetime was granted.</summary>
[Cmdlet(VerbsCommon.New, "SonraiToken", SupportsShouldProcess = true)]
[OutputType(typeof(IssuedToken), typeof(IssuedPlainTextToken))]
public sealed class NewSonraiTokenCommand : AsyncCmdlet
{
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Control Tower Integration";

    [Parameter(Position = 1)]
    [LifetimeTransformation]
    public TimeSpan ExpiresIn { get; set; } = TimeSpan.FromDays(30);

    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var tokens = Session.Dig.Tokens;
        if (!ShouldProcess(Name, $"Make an API token for {ExpiresIn}"))
        {
            return;
        }

        var (token, secret) = await tokens.CreateAsync(Name, ExpiresIn, cancellationToken);
        WriteObject(AsPlainText
            ? new IssuedPlainTextToken { Name = token.Name, ExpiresAt = token.ExpiresAt, Token = secret.Reveal(), Srn = token.Srn }
            : new IssuedToken
            {
                Name = token.Name,
                ExpiresAt = token.ExpiresAt,
                Token = TokenTransformationAttribute.Protect(secret.Reveal()),
                Srn = token.Srn,
            });
    }
}
