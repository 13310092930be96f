using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Registers accounts with Dig, so that a collector reads them. One result for each account; run again, it does what is missing.</summary>
// No default parameter set: it would be tried first, and an OrgAccount would bind by its property AccountId alone.
[Cmdlet(VerbsLifecycle.Register, "SonraiAccount", SupportsShouldProcess = true)]
[OutputType(typeof(RegistrationResult))]
public sealed class RegisterSonraiAccountCommand : AwsCmdlet, IBackgroundCommand
{
    private const string AccountSet = "Account";
    private const string IdSet = "AccountId";

    private readonly AccountIdPipeline _pipeline = new();
    private readonly List<OrgAccount> _batch = [];
    private OrganizationMembership? _membership;
    private AccountRegistrar? _registrar;
    private int _settled;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccountSet, ValueFromPipeline = true)]
    public OrgAccount[]? Account { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AccountId { get; set; }

    [Parameter(Position = 1)]
    [SrnTransformation(typeof(SonraiCollector), "collector")]
    [ArgumentCompleter(typeof(CollectorCompleter))]
    public string? Collector { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string RoleName { get; set; } = RegistrationPlan.DefaultRoleName;

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string? BotRoleName { get; set; }

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        // Settled here, on the pipeline thread: the organization may be opened from another, which has no runspace to ask.
        var (aws, dig, access) = (Session.Aws, Session.Dig, SettledAccess);
        _membership = new OrganizationMembership(stop => aws.OpenOrganizationsAsync(access, stop));

        var collector = await CollectorChoice.ChooseAsync(dig.Collectors, Collector, cancellationToken);
        var plan = new RegistrationPlan(collector, RoleName, BotRoleName, AwsPartition.Of(access.Region));
        _registrar = new AccountRegistrar(dig, plan, TimeProvider.System);
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

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await RegisterBatchAsync(cancellationToken);
        if (MyInvocation.ExpectingInput && !_pipeline.AnythingCame)
        {
            WriteProblem(AccountProblems.NoneGiven(MyInvocation.MyCommand.Name), null);
        }
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

        if (outside is not null)
        {
            Write(new Settled(RegistrationResult.Failed(account, outside), outside), account);
        }
        else if (await _registrar!.ConsiderAsync(account, cancellationToken) is { } known)
        {
            Write(new Settled(known), account);
        }
        else if (ShouldProcess(account.ToString(), $"Register with Sonrai Dig, to be read through the role {RoleName}"))
        {
            _batch.Add(account);
            if (_batch.Count == AccountRegistrar.BatchSize)
            {
                await RegisterBatchAsync(cancellationToken);
            }
        }
    }

    private async Task RegisterBatchAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }

        var ends = await _registrar!.RegisterAsync(_batch, cancellationToken);
        foreach (var (account, end) in _batch.Zip(ends))
        {
            Write(end, account);
        }

        _batch.Clear();
    }

    private void Write(Settled end, OrgAccount account)
    {
        Progress.Report("Registering accounts with Sonrai Dig", $"{++_settled} accounts, last {account}");
        WriteObject(end.Result);
        if (end.Problem is { } problem)
        {
            WriteProblem(problem, account);
        }
    }
}
