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

    [Parameter(ParameterSetName = LocalSet)]
    [ValidateNotNullOrEmpty]
    public string? Data { get; set; }

    [Parameter(ParameterSetName = TenantSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateNotNullOrEmpty]
    public string? JournalFolder { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>A folder as the file system knows it: PowerShell's location is not the process's, and ~ or a drive of PowerShell's is its own.</summary>
    private string? At(string? folder) => folder is null ? null : GetUnresolvedProviderPathFromPSPath(folder);

    private string? DataFolder => At(Data) is not { } folder || Directory.Exists(folder) ? At(Data) : throw new SonraiException(SessionProblems.DataFolderNotFound(folder));

    private async Task<ApiToken> TokenAsync(CancellationToken cancellationToken) => SecretId is null
        ? TokenTransformationAttribute.Reveal(Token!)
        : await Composition.ReadTokenAsync(Settle(GivenAccess, new AwsAccess()), SecretId, cancellationToken);

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var session = ParameterSetName switch
        {
            SandboxSet => Composition.OpenSandbox(),
            LocalSet => await Composition.OpenLocalAsync(GivenAccess, Settle(GivenAccess, new AwsAccess()), DataFolder, At(JournalFolder), cancellationToken),
            _ => await Composition.OpenTenantAsync(
                await TokenAsync(cancellationToken), Endpoint, TimeSpan.FromSeconds(TimeoutSec), At(QueriesFolder), At(JournalFolder), GivenAccess, cancellationToken),
        };

        Sessions.Use(session);
        if (session.Context.Data is { } data)
        {
            await ImportAsync(new DataFolder(session.Analysis, data), cancellationToken);
        }

        WriteObject(session.Context);
    }

    /// <summary>What was counted is kept in the folder, so that the second time nothing but what is new is read.</summary>
    private async Task ImportAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var end = await ListenAsync<ActivityNews, DataFolderImport>(
            tell => folder.ImportAsync(tell, cancellationToken),
            news => Progress.Report("Reading what the folder has", news.Events == 0 ? $"{news.Files} files" : $"{news.Files} files, {news.Events} events"),
            cancellationToken);
        foreach (var problem in end.Problems)
        {
            WriteProblem(problem, problem.Target);
        }

        if (end.Warning is { } warning)
        {
            WriteWarning(warning);
        }

        WriteVerbose($"{end.Identities.Count} imports of identities; {end.Activity.Files} new files with {end.Activity.Events} events, {end.Activity.FilesSkipped} files known before.");
    }
}
