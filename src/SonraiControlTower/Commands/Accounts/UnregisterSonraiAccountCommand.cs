using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Ends the registration of accounts with Dig; without -Force only of those registered through this module.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "SonraiAccount", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SonraiAccount))]
public sealed class UnregisterSonraiAccountCommand : AsyncCmdlet
{
    private readonly AccountIdPipeline _pipeline = new();
    private readonly List<AccountId> _batch = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AccountId { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var text in AccountId ?? [])
        {
            var (id, problem) = _pipeline.Read(text);
            if (id is not { } accountId)
            {
                WriteProblem(problem!, text);
                continue;
            }

            _batch.Add(accountId);
            if (_batch.Count == AccountUnregistrar.BatchSize)
            {
                await UnregisterBatchAsync(cancellationToken);
            }
        }
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await UnregisterBatchAsync(cancellationToken);
        if (MyInvocation.ExpectingInput && !_pipeline.AnythingCame)
        {
            WriteProblem(AccountProblems.NoneGiven(MyInvocation.MyCommand.Name), null);
        }
    }

    private async Task UnregisterBatchAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }

        var unregistrar = new AccountUnregistrar(Session.Dig);
        var (registered, unfit) = await unregistrar.FindAsync(_batch, Force, cancellationToken);
        Report(unfit);

        var agreed = registered
            .Where(account => ShouldProcess($"{account.AccountId} (collector {account.Collector})", "End the registration with Sonrai Dig"))
            .ToList();
        if (agreed.Count > 0)
        {
            var refused = await unregistrar.UnregisterAsync(agreed, cancellationToken);
            Report(refused);
            if (PassThru)
            {
                WriteObject(agreed.Where(account => !refused.ContainsKey(SonraiControlTower.AccountId.Parse(account.AccountId))), enumerateCollection: true);
            }
        }

        _batch.Clear();
    }

    private void Report(IReadOnlyDictionary<AccountId, Problem> problems)
    {
        foreach (var (id, problem) in problems.OrderBy(entry => entry.Key))
        {
            WriteProblem(problem, id.ToString());
        }
    }
}
