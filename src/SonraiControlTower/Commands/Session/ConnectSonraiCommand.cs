using System.Management.Automation;
using System.Security;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Connects this runspace to a Sonrai Dig tenant, to the local engine over real AWS, or to the sandbox.</summary>
[Cmdlet(VerbsCommunications.Connect, "Sonrai", DefaultParameterSetName = TenantSet)]
[OutputType(typeof(SonraiContext))]
public sealed class ConnectSonraiCommand : AwsCmdlet
{
    private const string TenantSet = "Tenant";
    private const string SecretSet = "Secret";
    private const string LocalSet = "Local";
    private const string SandboxSet = "Sandbox";

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TenantSet, ValueFromPipelineByPropertyName = true)]
    [TokenTransformation]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [Alias("SecretArn")]
    [ValidateNotNullOrEmpty]
    public string? SecretId { get; set; }

    [Parameter(ParameterSetName = TenantSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    [Parameter(ParameterSetName = TenantSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 120;

    [Parameter(ParameterSetName = TenantSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? QueriesFolder { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = LocalSet)]
    public SwitchParameter Local { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>The folder as the file system knows it: PowerShell's location is not the process's, and ~ or a drive of PowerShell's is its own.</summary>
    private string? FolderPath => QueriesFolder is null ? null : GetUnresolvedProviderPathFromPSPath(QueriesFolder);

    private async Task<ApiToken> TokenAsync(CancellationToken cancellationToken) => SecretId is null
        ? TokenTransformationAttribute.Reveal(Token!)
        : await Composition.ReadTokenAsync(Settle(GivenAccess, new AwsAccess()), SecretId, cancellationToken);

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var session = ParameterSetName switch
        {
            SandboxSet => Composition.OpenSandbox(),
            LocalSet => await Composition.OpenLocalAsync(GivenAccess, Settle(GivenAccess, new AwsAccess()), cancellationToken),
            _ => await Composition.OpenTenantAsync(
                await TokenAsync(cancellationToken), Endpoint, TimeSpan.FromSeconds(TimeoutSec), FolderPath, GivenAccess, cancellationToken),
        };

        Sessions.Use(session);
        WriteObject(session.Context);
    }
}
