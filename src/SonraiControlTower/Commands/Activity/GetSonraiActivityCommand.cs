using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Commands;

/// <summary>Lists who used what, as the records tell that were imported.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiActivity")]
[OutputType(typeof(SonraiActivity))]
public sealed class GetSonraiActivityCommand : PrincipalCmdlet
{
    private int _read;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PrincipalArn", "IdentityArn", "ResourceArn", "Arn")]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    [PrincipalTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Principal { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(ActionCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Action { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string[]? AccountId { get; set; }

    [Parameter]
    public SwitchParameter IncludeInferred { get; set; }

    [Parameter]
    public SwitchParameter IncludeServiceLinked { get; set; }

    [Parameter]
    public SwitchParameter OnlyDenied { get; set; }

    private protected override string[]? Named => Principal;

    private protected override async Task GiveAsync(IReadOnlyList<string> principals, CancellationToken cancellationToken)
    {
        var query = new ActivityQuery
        {
            Principals = principals,
            Actions = Action ?? [],
            Accounts = AccountsOf(AccountId),
            IncludeInferred = IncludeInferred,
            IncludeServiceLinked = IncludeServiceLinked,
            OnlyDenied = OnlyDenied,
        };
        await foreach (var activity in Session.Analysis.Activity.ListAsync(query, cancellationToken))
        {
            Progress.Report("Reading activity", $"{++_read} actions");
            WriteObject(activity);
        }
    }
}
