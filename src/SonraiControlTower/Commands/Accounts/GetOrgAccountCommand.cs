using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Commands;

/// <summary>Lists the accounts of the AWS organization, each with its place in the tree of organizational units.</summary>
[Cmdlet(VerbsCommon.Get, "OrgAccount", DefaultParameterSetName = TreeSet)]
[OutputType(typeof(OrgAccount))]
public sealed class GetOrgAccountCommand : AwsCmdlet
{
    private const string TreeSet = "Tree";
    private const string IdSet = "AccountId";

    private readonly AccountIdPipeline _pipeline = new();

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AccountId { get; set; }

    [Parameter(ParameterSetName = TreeSet)]
    [Alias("OU", "OrganizationalUnitId")]
    [ArgumentCompleter(typeof(OrganizationalUnitCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? OrganizationalUnit { get; set; }

    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    [Parameter]
    [ValidateSet("PENDING_ACTIVATION", "ACTIVE", "SUSPENDED", "PENDING_CLOSURE", "CLOSED")]
    public string[]? Status { get; set; }

    [Parameter(ParameterSetName = TreeSet)]
    public SwitchParameter Recurse { get; set; }

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in _pipeline.Gather(AccountId))
        {
            WriteProblem(problem, problem.Target);
        }

        return Task.CompletedTask;
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (ParameterSetName == IdSet && _pipeline.Ids.Count == 0)
        {
            return;
        }

        var organization = new OrganizationReader(await Session.Aws.OpenOrganizationsAsync(SettledAccess, cancellationToken));
        var query = new AccountQuery
        {
            Ids = _pipeline.Ids,
            OrganizationalUnits = OrganizationalUnit ?? [],
            Recurse = Recurse,
            Statuses = Status ?? [],
            NameMatches = NamePattern.Matching(Name),
        };

        await WriteAccountsAsync(organization.ReadAsync(query, cancellationToken), cancellationToken);
    }

    private async Task WriteAccountsAsync(IAsyncEnumerable<OrgAccount> accounts, CancellationToken cancellationToken)
    {
        var missing = new HashSet<AccountId>(_pipeline.Ids);
        var read = 0;
        await foreach (var account in accounts.WithCancellation(cancellationToken))
        {
            missing.Remove(SonraiControlTower.AccountId.Parse(account.AccountId));
            Progress.Report("Reading the organization's accounts", $"{++read} accounts, now in {account.OrganizationalUnitPath}");
            WriteObject(account);
        }

        // With -Status or -Name an account may exist and not be wanted; without them an id that did not come is in no organization of ours.
        foreach (var id in missing.Where(_ => Status is null && Name is null).Order())
        {
            WriteProblem(AccountProblems.NotInOrganization(id, null), id.ToString());
        }
    }
}
