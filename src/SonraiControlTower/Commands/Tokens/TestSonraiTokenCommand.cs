using System.Management.Automation;
using System.Security;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>
/// Asks whether a token is good: the session's own, or one that is given. A given one needs no session. A token as Get-SonraiToken lists it has no
/// secret to ask with; it is judged by when it ends.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "SonraiToken", DefaultParameterSetName = SessionSet)]
[OutputType(typeof(TokenVerdict))]
public sealed class TestSonraiTokenCommand : AsyncCmdlet
{
    private const string SessionSet = "Session";
    private const string TokenSet = "Token";
    private const string ListedSet = "Listed";

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TokenSet, ValueFromPipelineByPropertyName = true)]
    [TokenTransformation]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = ListedSet, ValueFromPipeline = true)]
    public SonraiToken? InputObject { get; set; }

    [Parameter(ParameterSetName = TokenSet)]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    protected override async Task ProcessAsync(CancellationToken cancellationToken) => WriteObject(ParameterSetName switch
    {
        ListedSet => TokenVerdict.OfListed(InputObject!, Session.Context.Tenant, TimeProvider.System.GetUtcNow()),
        SessionSet => await Session.Dig.Tokens.TestAsync(null, cancellationToken),
        _ => await TestGivenAsync(TokenTransformationAttribute.Reveal(Token!), cancellationToken),
    });

    private Task<TokenVerdict> TestGivenAsync(ApiToken token, CancellationToken cancellationToken) =>
        Sessions.Current is { } session && Endpoint is null
            ? session.Dig.Tokens.TestAsync(token, cancellationToken)
            : Composition.TestTokenAsync(token, Endpoint, cancellationToken);
}
