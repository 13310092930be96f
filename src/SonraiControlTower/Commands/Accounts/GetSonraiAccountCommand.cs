using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists the AWS accounts that Dig monitors, or those among the accounts that are given.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiAccount", DefaultParameterSetName = AllSet)]
[OutputType(typeof(SonraiAccount))]
public sealed class GetSonraiAccountCommand : AsyncCmdlet
{
    private const string AllSet = "All";
    private const string IdSet = "AccountId";

    private readonly AccountIdPipeline _pipeline = new();

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AccountId { get; set; }

    [Parameter(ParameterSetName = AllSet)]
    [SrnTransformation(typeof(SonraiCollector), "collector")]
    [ArgumentCompleter(typeof(CollectorCompleter))]
    public string? Collector { get; set; }

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in _pipeline.Gather(AccountId))
        {
            WriteProblem(problem, problem.Target);
        }

        return Task.CompletedTask;
    }

    protected override Task EndAsync(CancellationToken cancellationToken) =>
        ParameterSetName == IdSet ? FindAsync(cancellationToken) : ListAsync(cancellationToken);

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in _pipeline.Ids.Order().Chunk(AccountRegistrar.BatchSize))
        {
            var found = await Session.Dig.CloudAccounts.FindAsync(batch, cancellationToken);
            WriteObject(found, enumerateCollection: true);
            foreach (var id in batch.Except(found.Select(account => SonraiControlTower.AccountId.Parse(account.AccountId))))
            {
                WriteProblem(RegistrationProblems.NotRegistered(id), id.ToString());
            }
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var dig = Session.Dig;
        var collectors = Collector is null
            ? await dig.Collectors.ListAsync(cancellationToken).ToListAsync(cancellationToken)
            : [await CollectorChoice.ChooseAsync(dig.Collectors, Collector, cancellationToken)];

        foreach (var collector in collectors)
        {
            await foreach (var account in dig.CloudAccounts.ListAsync(collector, cancellationToken))
            {
                WriteObject(account);
            }
        }
    }
}
