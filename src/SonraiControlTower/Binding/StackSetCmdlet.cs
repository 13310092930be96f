using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>A command about the stack set that brings a role to accounts.</summary>
public abstract class StackSetCmdlet : AccountsCmdlet
{
    private protected const string BotSuffix = "-Bot";

    [Parameter]
    [ValidatePattern("^[a-zA-Z][-a-zA-Z0-9]{0,109}$")]
    public string StackSetName { get; set; } = RollOutPlan.DefaultStackSetName;

    [Parameter]
    [ValidateSet("Self", "DelegatedAdmin")]
    public string CallAs { get; set; } = "Self";

    private protected StackSetRef Named(string suffix) =>
        new(StackSetName + suffix, CallAs == "Self" ? SonraiControlTower.CallAs.Self : SonraiControlTower.CallAs.DelegatedAdmin);

    private protected Task<StackSetHome> OpenHomeAsync(CancellationToken cancellationToken) =>
        StackSetHome.OpenAsync(Session.Aws, Access, cancellationToken);

    /// <summary>The accounts that were agreed to, each asked for.</summary>
    private protected List<OrgAccount> Agreed(RollOutWork work, string action) =>
        [.. work.Open.Where(account => ShouldProcess($"{account}", action))];

    private protected void Tell(IEnumerable<RollOutNews> news)
    {
        foreach (var one in news)
        {
            Tell(one);
        }
    }

    private protected async Task TellAsync(IAsyncEnumerable<RollOutNews> news, CancellationToken cancellationToken)
    {
        await foreach (var one in news.WithCancellation(cancellationToken))
        {
            Tell(one);
        }
    }

    private protected void Tell(RollOutNews news)
    {
        switch (news)
        {
            case RollOutNotice { IsWarning: true } notice:
                WriteWarning(notice.Text);
                break;
            case RollOutNotice notice:
                WriteVerbose(notice.Text);
                break;
            case RollOutProgress progress:
                Show(progress);
                break;
            case RollOutEnd end:
                Give(end.Result, end.Problem);
                break;
            case SyncEnd end:
                Give(end.Result, end.Problem);
                break;
        }
    }

    private void Show(RollOutProgress progress)
    {
        var counts = progress.Total == 0 ? "a moment" : $"{progress.Done} of {progress.Total} accounts done, {progress.Failed} failed";
        Progress.Report(progress.Activity, counts, progress.Total == 0 ? null : (progress.Done + progress.Failed) * 100 / progress.Total);
    }

    private void Give(object result, Problem? problem)
    {
        WriteObject(result);
        if (problem is not null)
        {
            WriteProblem(problem, result);
        }
    }
}
