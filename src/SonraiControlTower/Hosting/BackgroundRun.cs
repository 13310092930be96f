using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace SonraiControlTower.Hosting;

/// <summary>Gathers what a command was given, by its parameters and by its pipeline, and makes a job of it.</summary>
/// <param name="command">The command.</param>
/// <param name="session">The session that it was called in.</param>
internal sealed class BackgroundRun(PSCmdlet command, Session? session)
{
    // What these give is asked of the command that made the job.
    private static readonly string[] _ofCaller =
        [nameof(IBackgroundCommand.AsJob), "OutVariable", "OutBuffer", "PipelineVariable", "ErrorVariable", "WarningVariable", "InformationVariable"];

    // What AWS Tools for PowerShell leaves behind, and what decides on asking.
    private static readonly string[] _variables = ["StoredAWSCredentials", "StoredAWSRegion", "ConfirmPreference"];

    private readonly Dictionary<string, object?> _given = new(command.MyInvocation.BoundParameters!);
    private readonly List<object> _input = [];

    /// <summary>Whether a pipeline was to bring something, and brought nothing.</summary>
    public bool IsIdle => command.MyInvocation.ExpectingInput && _input.Count == 0;

    /// <summary>Whether the command would ask whoever is there, which a job cannot.</summary>
    public bool Asks
    {
        get
        {
            if (_given.TryGetValue("Confirm", out var said))
            {
                return said is SwitchParameter { IsPresent: true };
            }

            var itself = command.GetType().GetCustomAttribute<CmdletAttribute>()!;
            return itself.SupportsShouldProcess
                && command.GetVariableValue("ConfirmPreference") is ConfirmImpact preference and not ConfirmImpact.None
                && itself.ConfirmImpact >= preference;
        }
    }

    /// <summary>Takes one object of the pipeline, as the command's parameters have it.</summary>
    public void Take()
    {
        var bound = command.MyInvocation.BoundParameters.Where(one => !_given.ContainsKey(one.Key)).ToList();
        if (bound.Count == 0)
        {
            return;
        }

        // Parameters that came by name may be several; an object as a whole has the others itself.
        if (bound.Find(one => !Attributes(one.Key).Any(attribute => attribute.ValueFromPipelineByPropertyName)) is { Key: not null } whole)
        {
            _input.Add(whole.Value);
            return;
        }

        var named = new PSObject();
        foreach (var (name, value) in bound)
        {
            named.Properties.Add(new PSNoteProperty(name, value));
        }

        _input.Add(named);
    }

    /// <summary>Starts the job.</summary>
    public CommandJob Start()
    {
        var name = command.MyInvocation.MyCommand.Name;
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry(name, command.GetType(), null));
        foreach (var variable in _variables)
        {
            if (command.GetVariableValue(variable) is { } value)
            {
                state.Variables.Add(new SessionStateVariableEntry(variable, value, null));
            }
        }

        var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Name = name;
        runspace.Open();
        Place(runspace.SessionStateProxy);
        if (session is not null)
        {
            Sessions.Share(session, runspace);
        }

        var job = new CommandJob(runspace, session, name, _given.Where(one => !_ofCaller.Contains(one.Key)).ToDictionary());
        job.Start(_input);
        return job;
    }

    /// <summary>Paths mean in the job what they mean here.</summary>
    private void Place(SessionStateProxy job)
    {
        var files = job.Provider.GetOne("FileSystem");
        var known = job.Drive.GetAll().Select(drive => drive.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var drive in command.SessionState.Drive.GetAllForProvider(files.Name).Where(drive => !known.Contains(drive.Name)))
        {
            job.Drive.New(new PSDriveInfo(drive.Name, files, drive.Root, drive.Description, null), null);
        }

        job.Path.SetLocation(command.SessionState.Path.CurrentFileSystemLocation.Path);
    }

    private IEnumerable<ParameterAttribute> Attributes(string parameter) => command.GetType().GetProperty(parameter)!.GetCustomAttributes<ParameterAttribute>();
}
