using System.Management.Automation;
using System.Security;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Asks whether a token is good: the session's own, or one that is given. A given one needs no session.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SonraiToken")]
[OutputType(typeof(TokenVerdict))]
public sealed class TestSonraiTokenCommand : AsyncCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [TokenTransformation]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    [Parameter]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var given = Token is null ? null : TokenTransformationAttribute.Reveal(Token);
        WriteObject(given is not null && (Sessions.Current is null || Endpoint is not null)
            ? await Composition.TestTokenAsync(given, Endpoint, cancellationToken)
            : await Session.Dig.Tokens.TestAsync(given, cancellationToken));
    }
}
