using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Commands;

/// <summary>Lists remediations, oldest first: those of this journal, or those that accounts themselves keep a record of.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiRemediation", DefaultParameterSetName = JournalSet)]
[OutputType(typeof(SonraiRemediation))]
public sealed class GetSonraiRemediationCommand : RemediationCmdlet
{
    private const string JournalSet = "Journal";
    private const string AccountSet = "Account";

    private readonly AccountIdPipeline _accounts = new();

    [Parameter(Position = 0, ParameterSetName = JournalSet)]
    [ArgumentCompleter(typeof(RemediationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Identity { get; set; }

    [Parameter]
    [ValidateSet(
        RemediationStatus.Staged, RemediationStatus.Applying, RemediationStatus.Applied, RemediationStatus.Reverting, RemediationStatus.RolledBack,
        RemediationStatus.Undone, RemediationStatus.Withdrawn)]
    public string[]? Status { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? AccountId { get; set; }

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in _accounts.Gather(AccountId))
        {
            WriteProblem(problem, problem.Target);
        }

        return Task.CompletedTask;
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (ParameterSetName == AccountSet)
        {
            foreach (var account in _accounts.Ids)
            {
                await ReadAccountAsync(account, cancellationToken);
            }

            return;
        }

        foreach (var remediation in Id is null ? Session.Journal.ReadAll() : Find(Id))
        {
            Give(remediation);
        }
    }

    private async Task ReadAccountAsync(AccountId account, CancellationToken cancellationToken)
    {
        try
        {
            var found = new List<Problem>();
            foreach (var remediation in await Remediator.ReadLedgerAsync(account, found.Add, cancellationToken))
            {
                // What is known here is known better than the account's record tells.
                Give(Session.Journal.Find(remediation.Id) ?? remediation);
            }

            found.ForEach(problem => WriteProblem(problem, problem.Target));
        }
        catch (SonraiException failure) when (failure.Problem.Kind is not (ProblemKind.NotAuthenticated or ProblemKind.NotConnected))
        {
            WriteProblem(failure.Problem, account.ToString());
        }
    }

    private void Give(SonraiRemediation remediation)
    {
        var matches = NamePattern.Matching(Identity);
        if ((matches is null || matches(remediation.IdentityName) || matches(remediation.IdentityArn))
            && (Status is null || Status.Contains(remediation.Status, StringComparer.OrdinalIgnoreCase)))
        {
            WriteObject(remediation);
        }
    }
}
