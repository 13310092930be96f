using System.Management.Automation;

namespace SonraiControlTower.Shell;

/// <summary>
/// Ends the Shell's own pipeline: shows objects by their default views and errors on standard error. Objects of another type than the one before
/// begin a view of their own, as they would at a prompt; one Out-Default for a whole script would show everything in the manner of the first.
/// </summary>
[Cmdlet(VerbsData.Out, "Shell")]
internal sealed class OutShellCommand : PSCmdlet, IDisposable
{
    private SteppablePipeline? _view;
    private string? _shown;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        if (InputObject.BaseObject is ErrorRecord error)
        {
            ErrorLines.Write(error);
            return;
        }

        var type = InputObject.TypeNames[0];
        if (type != _shown)
        {
            EndProcessing();
            _view = ScriptBlock.Create("Out-Default").GetSteppablePipeline();
            _view.Begin(expectInput: true);
            _shown = type;
        }

        _view!.Process(InputObject);
    }

    protected override void EndProcessing()
    {
        _view?.End();
        Dispose();
    }

    public void Dispose()
    {
        _view?.Dispose();
        _view = null;
    }
}
