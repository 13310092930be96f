using System.Management.Automation;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Binding;

/// <summary>
/// A command over accounts: from the pipeline, of organizational units with everything below them, or, where nothing is named, of the whole
/// organization. An empty pipeline is never taken for the whole organization.
/// </summary>
public abstract class AccountsCmdlet : AwsCmdlet
{
    private protected const string AllSet = "Organization";
    private protected const string AccountSet = "Account";
    private protected const string IdSet = "AccountId";
    private protected const string UnitSet = "OrganizationalUnit";

    private readonly AccountIdPipeline _pipeline = new();
    private readonly List<OrgAccount> _named = [];
    private OrganizationMembership? _membership;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccountSet, ValueFromPipeline = true)]
    public OrgAccount[]? Account { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AccountId { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = UnitSet)]
    [Alias("OU", "OrganizationalUnitId")]
    [ArgumentCompleter(typeof(OrganizationalUnitCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? OrganizationalUnit { get; set; }

    [Parameter(ParameterSetName = AllSet)]
    [Parameter(ParameterSetName = UnitSet)]
    [ValidatePattern(IamNames.Account)]
    public string[]? ExcludeAccountId { get; set; }

    /// <summary>How to reach AWS, settled on the pipeline thread.</summary>
    private protected AwsAccess Access { get; private set; } = new();

    /// <summary>True where the whole organization is meant, without exception.</summary>
    private protected bool IsEverything => ParameterSetName == AllSet && ExcludeAccountId is null;

    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        var (aws, access) = (Session.Aws, SettledAccess);
        Access = access;
        _membership = new OrganizationMembership(stop => aws.OpenOrganizationsAsync(access, stop));
        return Task.CompletedTask;
    }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var account in Account ?? [])
        {
            await TakeAsync(account.AccountId, account, cancellationToken);
        }

        foreach (var text in AccountId ?? [])
        {
            await TakeAsync(text, null, cancellationToken);
        }
    }

    /// <summary>The accounts that are meant, with their places in the tree where that is asked for; null where there are none.</summary>
    private protected async Task<RollOutScope?> ScopeAsync(bool located, CancellationToken cancellationToken)
    {
        if (MyInvocation.ExpectingInput && !_pipeline.AnythingCame)
        {
            WriteProblem(AccountProblems.NoneGiven(MyInvocation.MyCommand.Name), null);
            return null;
        }

        if (!_pipeline.AnythingCame)
        {
            var excluded = (ExcludeAccountId ?? []).Select(SonraiControlTower.AccountId.Parse).ToHashSet();
            var organizations = await Session.Aws.OpenOrganizationsAsync(Access, cancellationToken);
            return await RollOutScope.ReadAsync(organizations, OrganizationalUnit ?? [], excluded, cancellationToken);
        }

        return _named.Count == 0 ? null
            : located ? await RollOutScope.LocateAsync(_named, await Session.Aws.OpenOrganizationsAsync(Access, cancellationToken), cancellationToken)
            : RollOutScope.Of(_named);
    }

    private async Task TakeAsync(string text, OrgAccount? given, CancellationToken cancellationToken)
    {
        var (id, problem) = _pipeline.Read(text);
        if (id is not { } accountId)
        {
            WriteProblem(problem!, (object?)given ?? text);
            return;
        }

        var (account, outside) = await _membership!.ResolveAsync(accountId, given, cancellationToken);
        if (_membership.TakeWarning() is { } warning)
        {
            WriteWarning(warning);
        }

        if (outside is null)
        {
            _named.Add(account);
        }
        else
        {
            WriteProblem(outside, account);
        }
    }
}
