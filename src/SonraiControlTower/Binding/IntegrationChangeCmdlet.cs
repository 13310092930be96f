using System.Globalization;
using System.Management.Automation;
using System.Security;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Binding;

/// <summary>A command that sets the integration up or changes it. The parameters are those of the template, called as in Sonrai's own integration.</summary>
public abstract class IntegrationChangeCmdlet : IntegrationCmdlet
{
    [Parameter]
    [ArgumentCompleter(typeof(CollectorCompleter))]
    [ValidateNotNullOrEmpty]
    public string? CollectorName { get; set; }

    [Parameter]
    [ExternalIdTransformation]
    [ValidateNotNull]
    public SecureString? ExternalId { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? CollectorAccount { get; set; }

    [Parameter]
    [TokenTransformation]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    [Parameter]
    [ValidatePattern("^o-[a-z0-9]{10,32}$")]
    public string? OrganizationId { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? AuditAccount { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? LogArchiveAccount { get; set; }

    [Parameter]
    [ValidatePattern("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    public string? SourceBucket { get; set; }

    [Parameter]
    [ValidatePattern("^[a-zA-Z][-a-zA-Z0-9]{0,109}$")]
    public string? StackSetName { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string? RoleName { get; set; }

    [Parameter]
    [ValidateSet("SelfManaged", "ServiceManaged")]
    public string? PermissionModel { get; set; }

    [Parameter]
    [ValidateSet(CollectorPolicy.SecurityAuditViewOnly, CollectorPolicy.ReadOnlyAccess)]
    public string? PolicyChoice { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PermissionsBoundary { get; set; }

    [Parameter]
    [ValidateRange(1, 365)]
    public int? TokenLifetimeDays { get; set; }

    [Parameter]
    [ValidateRange(1, 364)]
    public int? RotationDays { get; set; }

    [Parameter]
    [ValidatePattern(@"^rate\(\d+ (minutes?|hours?|days?)\)$")]
    public string? ReconcileRate { get; set; }

    [Parameter]
    [ValidatePattern("^arn:")]
    public string? AlarmTopicArn { get; set; }

    [Parameter]
    [ValidateSet(FunctionArchitecture.X8664, FunctionArchitecture.Arm64)]
    public string? Architecture { get; set; }

    /// <summary>True to change an integration that is there, and never to make one.</summary>
    private protected abstract bool MustExist { get; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var access = SettledAccess;
        var installer = await IntegrationInstaller.OpenAsync(Session.Aws, Session.Dig, access, Request(), Session.AwsClock, cancellationToken);
        await TellAsync(installer.SettleAsync(cancellationToken), 0, cancellationToken);
        var work = await installer.PrepareAsync(cancellationToken);
        var preview = work.Preview;
        if (!ShouldProcess($"{StackName} ({preview.Region})", Words(preview)))
        {
            await installer.DiscardAsync(cancellationToken);
            WriteObject(preview.Changes, enumerateCollection: true);
            return;
        }

        await TellAsync(installer.ApplyAsync(work, cancellationToken), preview.ResourceCount, cancellationToken);
        WriteObject(await IntegrationReader.ReadAsync(Session.Aws, access, StackName, cancellationToken));
    }

    private static string Words(IntegrationPreview preview) => string.Join(
        ' ',
        preview.Besides.Prepend(preview.Action == "None" ? "The stack is as asked." : $"{preview.Action} the integration stack ({preview.ResourceCount} resources)."));

    private async Task TellAsync(IAsyncEnumerable<StackEvent> events, int resources, CancellationToken cancellationToken)
    {
        var done = new HashSet<string>();
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            WriteVerbose($"{happened.LogicalId} {happened.Status}{(happened.StatusReason is { } reason ? $": {reason}" : string.Empty)}");
            if (happened is { LogicalId: { } id, Status: { } status } && status.EndsWith("_COMPLETE", StringComparison.Ordinal))
            {
                done.Add(id);
            }

            Progress.Report($"Stack {StackName}", $"{happened}", resources == 0 ? null : Math.Min(100, done.Count * 100 / resources));
        }
    }

    private IntegrationRequest Request()
    {
        var values = new Dictionary<string, string>();
        void Say(string name, object? value)
        {
            if (value is not null)
            {
                values[name] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            }
        }

        Say(IntegrationParameters.CollectorName, CollectorName);
        Say(IntegrationParameters.CollectorAccount, CollectorAccount);
        Say(IntegrationParameters.OrgId, OrganizationId);
        Say(IntegrationParameters.AuditAccount, AuditAccount);
        Say(IntegrationParameters.LogArchiveAccount, LogArchiveAccount);
        Say(IntegrationParameters.SourceBucket, SourceBucket);
        Say(IntegrationParameters.StackSetName, StackSetName);
        Say(IntegrationParameters.RoleName, RoleName);
        Say(IntegrationParameters.PermissionModel, PermissionModel switch
        {
            null => null,
            "ServiceManaged" => SonraiControlTower.PermissionModel.ServiceManaged,
            _ => SonraiControlTower.PermissionModel.SelfManaged,
        });
        Say(IntegrationParameters.PolicyChoice, PolicyChoice);
        Say(IntegrationParameters.PermissionsBoundaryArn, PermissionsBoundary);
        Say(IntegrationParameters.TokenLifetimeDays, TokenLifetimeDays);
        Say(IntegrationParameters.RotationDays, RotationDays);
        Say(IntegrationParameters.ReconcileRate, ReconcileRate);
        Say(IntegrationParameters.AlarmTopicArn, AlarmTopicArn);
        return new IntegrationRequest
        {
            StackName = StackName,
            Values = values,
            ExternalId = ExternalId is null ? null : ExternalIdTransformationAttribute.Reveal(ExternalId),
            Token = Token is null ? null : TokenTransformationAttribute.Reveal(Token),
            Architecture = Architecture,
            PackageFor = FunctionPackages.Read,
            MustExist = MustExist,
        };
    }
}
