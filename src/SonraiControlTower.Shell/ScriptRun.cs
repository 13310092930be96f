using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace SonraiControlTower.Shell;

/// <summary>One script in one runspace: imports the module, runs the script, says how it ended.</summary>
internal static class ScriptRun
{
    private const int Failed = 1;
    private const int Stopped = 130;

    public static int Start(ShellArguments asked, string manifest)
    {
        var host = new ShellHost();
        using var runspace = RunspaceFactory.CreateRunspace(host, SessionState(manifest));
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        var interrupted = false;
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted = true;
            shell.BeginStop(null, null);
        };

        try
        {
            Run(shell, asked);
            return host.ExitCode ?? (interrupted ? Stopped : asked.Command is not null && shell.HadErrors ? Failed : 0);
        }
        catch (PipelineStoppedException) when (interrupted)
        {
            return Stopped;
        }
        catch (RuntimeException exception)
        {
            ErrorLines.Write(exception.ErrorRecord);
            return Failed;
        }
    }

    private static InitialSessionState SessionState(string manifest)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([manifest]);
        state.Commands.Add(new SessionStateCmdletEntry("Out-Shell", typeof(OutShellCommand), null) { Visibility = SessionStateEntryVisibility.Public });
        return state;
    }

    private static void Run(PowerShell shell, ShellArguments asked)
    {
        shell.AddScript(asked.Command ?? $"& {Literal(Path.GetFullPath(asked.File!))} {string.Join(' ', asked.Rest.Select(Argument))}");
        if (asked.AsJson)
        {
            shell.Streams.Error.DataAdding += (_, adding) => ErrorLines.Write((ErrorRecord)adding.ItemAdded);
            using var output = new PSDataCollection<PSObject>();
            output.DataAdding += (_, adding) => JsonLine.Write(Console.Out, (PSObject)adding.ItemAdded);
            shell.Invoke<PSObject, PSObject>(null, output, new PSInvocationSettings());
        }
        else
        {
            // Errors take the same way as output, so that both come out in the order they were written.
            var show = new Command("Out-Shell") { MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output };
            shell.Commands.AddCommand(show);
            shell.Invoke();
        }
    }

    // A parameter's name stays bare so that it binds by name; anything else is a literal.
    private static string Argument(string text) => text is ['-', var first, ..] && char.IsLetter(first) ? text : Literal(text);

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
