using System.Management.Automation;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Binding;

/// <summary>What enabling and disabling control frameworks have in common: which frameworks, for which part of the estate.</summary>
public abstract class FrameworkCmdlet : AsyncCmdlet
{
    private protected const string TitleSet = "Title";
    private protected const string FrameworkSet = "Framework";

    private FrameworkSwitch? _switch;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TitleSet)]
    [ArgumentCompleter(typeof(FrameworkCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Title { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = FrameworkSet, ValueFromPipeline = true)]
    public SonraiControlFramework[]? InputObject { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(SwimlaneCompleter))]
    [SrnTransformation(typeof(SonraiSwimlane), "swimlane")]
    [ValidateNotNullOrEmpty]
    public string? Swimlane { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract bool Enables { get; }

    protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        var swimlane = Swimlane is null ? null : await SwimlaneChoice.ChooseAsync(Session.Dig.Swimlanes, Swimlane, cancellationToken);
        _switch = new FrameworkSwitch(Session.Dig.ControlFrameworks, swimlane, Enables);
    }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var title in Title ?? [])
        {
            var isOne = !WildcardPattern.ContainsWildcardCharacters(title);
            await SwitchAsync(title, isOne, TitlePattern.Matching([title])!, title, cancellationToken);
        }

        foreach (var framework in InputObject ?? [])
        {
            await SwitchAsync(framework.Srn, isOne: true, _ => false, framework, cancellationToken);
        }
    }

    private async Task SwitchAsync(string text, bool isOne, Func<string, bool> titleMatches, object target, CancellationToken cancellationToken)
    {
        var found = await _switch!.FindAsync(text, titleMatches, cancellationToken);
        if (found.Count == 0 && isOne)
        {
            WriteProblem(FrameworkProblems.NotFound($"{target}", await _switch.AllAsync(cancellationToken)), target);
        }

        foreach (var framework in found)
        {
            if (_switch.IsDone(framework))
            {
                Give(framework);
            }
            else if (ShouldProcess($"{framework.Title} ({framework.Srn})", $"Have the control framework {_switch.Wanted}"))
            {
                var (now, problem) = await _switch.ApplyAsync(framework, cancellationToken);
                if (problem is not null)
                {
                    WriteProblem(problem, framework);
                }
                else
                {
                    Give(now!);
                }
            }
        }
    }

    private void Give(SonraiControlFramework framework)
    {
        if (PassThru)
        {
            WriteObject(framework);
        }
    }
}
