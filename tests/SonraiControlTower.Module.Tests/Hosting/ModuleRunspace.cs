using System.Management.Automation.Runspaces;

namespace SonraiControlTower.Module.Tests.Hosting;

/// <summary>A runspace as a user has it: PowerShell's core, and the built module imported by its manifest.</summary>
public sealed class ModuleRunspace : IDisposable
{
    private readonly Runspace _runspace;

    public ModuleRunspace()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([Checkout.Manifest]);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();

        // As chatty as it gets, so that every test looks for tokens there too.
        _runspace.SessionStateProxy.SetVariable("VerbosePreference", ActionPreference.Continue);
        _runspace.SessionStateProxy.SetVariable("DebugPreference", ActionPreference.Continue);
    }

    public static ModuleRunspace InSandbox()
    {
        var runspace = new ModuleRunspace();
        runspace.Run("Connect-Sonrai -Sandbox").Errors.ShouldBeEmpty();
        return runspace;
    }

    public Runspace Runspace => _runspace;

    /// <summary>Runs a script; what ends it becomes the last of the errors.</summary>
    public Outcome Run(string script, params (string Name, object? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        var output = new PSDataCollection<PSObject>();
        var errors = new List<ErrorRecord>();
        try
        {
            shell.Invoke(null, output);
            errors.AddRange(shell.Streams.Error);
        }
        catch (RuntimeException exception)
        {
            errors.AddRange(shell.Streams.Error);
            errors.Add(exception.ErrorRecord);
        }

        // INVARIANT: whatever a test does, no token shows up anywhere, unless the script itself asks for one in plain text.
        var outcome = new Outcome([.. output], errors, StreamsOf(shell), TracesOf(shell));
        if (!script.Contains("-AsPlainText", StringComparison.OrdinalIgnoreCase))
        {
            TokenSearch.In(outcome).ShouldBeEmpty();
        }

        return outcome;
    }

    public void Dispose() => _runspace.Dispose();

    private static List<string> TracesOf(PowerShell shell) =>
    [
        .. shell.Streams.Verbose.Select(record => record.Message),
        .. shell.Streams.Debug.Select(record => record.Message),
    ];

    private static List<string> StreamsOf(PowerShell shell) =>
    [
        .. shell.Streams.Warning.Select(record => record.Message),
        .. shell.Streams.Information.Select(record => record.ToString()),
        .. shell.Streams.Progress.Select(record => $"{record.Activity}: {record.StatusDescription}"),
    ];
}

/// <summary>What a script gave: objects, errors, the text of warnings, information and progress, and that of verbose and debug messages.</summary>
public sealed record Outcome(
    IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Texts, IReadOnlyList<string> Traces)
{
    public IEnumerable<object?> Values(string property) => Output.Select(item => item.Properties[property]?.Value);

    public IEnumerable<string?> Strings(string property) => Values(property).Select(value => value?.ToString());

    /// <summary>The stable part of the ids: <c>NotConnected</c> of <c>NotConnected,SonraiControlTower.Commands.…</c>.</summary>
    public IEnumerable<string> ErrorIds => Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]);

    /// <summary>The one error there is, checked to be what a user needs: an id, a message, a remedy.</summary>
    public ErrorRecord OnlyError(string id)
    {
        ErrorIds.ShouldBe([id]);
        Errors[0].ErrorDetails.Message.ShouldNotBeNullOrWhiteSpace();
        Errors[0].ErrorDetails.RecommendedAction.ShouldNotBeNullOrWhiteSpace();
        return Errors[0];
    }
}
