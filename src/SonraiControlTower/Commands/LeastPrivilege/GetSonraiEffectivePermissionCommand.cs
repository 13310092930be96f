using System.Collections;
using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Commands;

/// <summary>Tells what users and roles may do, all policies taken together, and which statement of which policy decides it.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiEffectivePermission")]
[OutputType(typeof(SonraiEffectivePermission))]
public sealed class GetSonraiEffectivePermissionCommand : PrincipalCmdlet
{
    private int _read;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PrincipalArn", "IdentityArn", "ResourceArn", "Arn")]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    [PrincipalTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Principal { get; set; }

    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ActionCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Action { get; set; }

    [Parameter(Position = 2)]
    [ValidateNotNullOrEmpty]
    public string? Resource { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ResourcePolicy { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? ResourceAccount { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SessionPolicy { get; set; }

    [Parameter]
    [ValidateNotNull]
    public IDictionary? Context { get; set; }

    [Parameter]
    public SwitchParameter IncludeDenied { get; set; }

    [Parameter]
    public SwitchParameter Sensitive { get; set; }

    private protected override string[]? Named => Principal;

    private protected override async Task GiveAsync(IReadOnlyList<string> principals, CancellationToken cancellationToken)
    {
        var query = new EffectivePermissionQuery
        {
            Principals = principals,
            Actions = Action ?? [],
            Resource = Resource,
            ResourcePolicy = Document(ResourcePolicy),
            ResourceAccount = ResourceAccount is null ? null : AccountId.Parse(ResourceAccount),
            SessionPolicy = Document(SessionPolicy),
            Context = RequestContext.Read(Context),
            IncludeDenied = IncludeDenied,
            OnlySensitive = Sensitive,
        };
        await foreach (var permission in Session.Analysis.Permissions.ListAsync(query, cancellationToken))
        {
            Progress.Report("Evaluating policies", $"{++_read} actions, now of {permission.PrincipalArn}");
            WriteObject(permission);
        }
    }

    private static PolicyDocument? Document(string? json) => json is null ? null : new PolicyDocument(json);
}
