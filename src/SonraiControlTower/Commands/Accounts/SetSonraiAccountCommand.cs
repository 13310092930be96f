using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Changes what registered accounts are read and mended through; without -Force only of those registered through this module.</summary>
// No default parameter set: it would be tried first, and an OrgAccount would bind by its property AccountId alone.
[Cmdlet(VerbsCommon.Set, "SonraiAccount", SupportsShouldProcess = true)]
[OutputType(typeof(AccountUpdateResult))]
public sealed class SetSonraiAccountCommand : AsyncCmdlet
{
    private const string AccountSet = "Account";
    private const string IdSet = "AccountId";

    private readonly AccountIdPipeline _pipeline = new();
    private readonly List<(AccountId Id, OrgAccount? Given)> _batch = [];
    private AccountRoleChange? _change;
    private AccountUpdater? _updater;
    private int _settled;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccountSet, ValueFromPipeline = true)]
    public OrgAccount[]? Account { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AccountId { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string? RoleName { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string? BotRoleName { get; set; }

    [Parameter]
    public SwitchParameter RemoveBotRole { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _change = AccountRoleChange.Of(RoleName, BotRoleName, RemoveBotRole, AwsPartition.Of(Session.AwsAccess.Region));
        _updater = new AccountUpdater(Session.Dig, _change, Force);
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

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await ChangeBatchAsync(cancellationToken);
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

        _batch.Add((accountId, given));
        if (_batch.Count == AccountUpdater.BatchSize)
        {
            await ChangeBatchAsync(cancellationToken);
        }
    }

    private async Task ChangeBatchAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }

        var (updates, ends) = await _updater!.ConsiderAsync([.. _batch.Select(one => (one.Id, one.Given?.Arn))], cancellationToken);
        Write(ends);

        var agreed = updates
            .Where(update => ShouldProcess($"{update.Account.AccountId} (collector {update.Account.Collector})", _change!.Action))
            .ToList();
        if (agreed.Count > 0)
        {
            Write(await _updater.ApplyAsync(agreed, cancellationToken));
        }

        _batch.Clear();
    }

    private void Write(IReadOnlyDictionary<AccountId, AccountUpdateEnd> ends)
    {
        foreach (var (id, given) in _batch.Where(one => ends.ContainsKey(one.Id)))
        {
            var (result, problem) = ends[id];
            Progress.Report("Changing registered accounts", $"{++_settled} accounts, last {result}");
            WriteObject(result);
            if (problem is not null)
            {
                WriteProblem(problem, (object?)given ?? id.ToString());
            }
        }
    }
}
