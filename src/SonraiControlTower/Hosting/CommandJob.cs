using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace SonraiControlTower.Hosting;

/// <summary>
/// A command that goes on in a runspace of its own, with the session of the one that it was started from. Get-Job, Receive-Job, Wait-Job, Stop-Job and
/// Remove-Job know it.
/// </summary>
internal sealed class CommandJob : Job
{
    private readonly PowerShell _shell;
    private readonly PSDataCollection<object> _input = [];
    private IDisposable? _session;

    /// <param name="runspace">Where it runs; it goes with the job.</param>
    /// <param name="session">The session of that runspace, which is disposed of when the job has ended; null for none.</param>
    /// <param name="command">The command's name; what it is given may be secret, so that whoever lists jobs sees no more.</param>
    /// <param name="parameters">What it is given besides the pipeline.</param>
    public CommandJob(Runspace runspace, IDisposable? session, string command, IDictionary<string, object?> parameters)
        : base(command)
    {
        PSJobTypeName = "SonraiJob";
        _session = session;
        _shell = PowerShell.Create().AddCommand(command);
        _shell.Runspace = runspace;
        foreach (var (name, value) in parameters)
        {
            _shell.AddParameter(name, value);
        }

        _shell.Streams.Error = Error;
        _shell.Streams.Warning = Warning;
        _shell.Streams.Verbose = Verbose;
        _shell.Streams.Debug = Debug;
        _shell.Streams.Information = Information;
        _shell.Streams.Progress = Progress;
        _shell.InvocationStateChanged += (_, change) => Follow(change.InvocationStateInfo);
    }

    public override bool HasMoreData =>
        Output.Count > 0 || Error.Count > 0 || Warning.Count > 0 || Verbose.Count > 0 || Debug.Count > 0 || Information.Count > 0;

    public override string Location => "PowerShell";

    public override string StatusMessage => string.Empty;

    /// <summary>Starts it with what a pipeline has brought; nothing for no pipeline.</summary>
    public void Start(IReadOnlyCollection<object> input)
    {
        SetJobState(JobState.Running);
        foreach (var one in input)
        {
            _input.Add(one);
        }

        _input.Complete();
        if (input.Count > 0)
        {
            _shell.BeginInvoke(_input, Output);
        }
        else
        {
            _shell.BeginInvoke<object, PSObject>(null!, Output);
        }
    }

    public override void StopJob() => _shell.Stop();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _shell.Stop();
            _shell.Runspace.Dispose();
            _shell.Dispose();
            _input.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Follow(PSInvocationStateInfo state)
    {
        switch (state.State)
        {
            case PSInvocationState.Completed:
                End(JobState.Completed);
                break;
            case PSInvocationState.Stopped:
                End(JobState.Stopped);
                break;
            case PSInvocationState.Failed:
                Error.Add(state.Reason is IContainsErrorRecord { ErrorRecord: { } record } ? record : new ErrorRecord(state.Reason, "JobFailed", ErrorCategory.NotSpecified, null));
                End(JobState.Failed);
                break;
        }
    }

    private void End(JobState state)
    {
        _shell.Runspace.CloseAsync();
        Interlocked.Exchange(ref _session, null)?.Dispose();
        SetJobState(state);
    }
}
