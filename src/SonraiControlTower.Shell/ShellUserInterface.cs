using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace SonraiControlTower.Shell;

/// <summary>Output to standard output; errors, warnings, progress and the rest to standard error. It asks nobody anything.</summary>
internal sealed class ShellUserInterface : PSHostUserInterface
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _errors = Console.Error;
    private bool _progressShown;

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    public override bool SupportsVirtualTerminal => !Console.IsOutputRedirected;

    public override void Write(string value) => _output.Write(GetOutputString(value, SupportsVirtualTerminal));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => _output.WriteLine(GetOutputString(value, SupportsVirtualTerminal));

    public override void WriteErrorLine(string value) => _errors.WriteLine(GetOutputString(value, !Console.IsErrorRedirected));

    public override void WriteDebugLine(string message) => _errors.WriteLine($"DEBUG: {message}");

    public override void WriteVerboseLine(string message) => _errors.WriteLine($"VERBOSE: {message}");

    public override void WriteWarningLine(string message) => _errors.WriteLine($"WARNING: {message}");

    /// <summary>One line that is written over, and only where a person can see it.</summary>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        var ended = record.RecordType == ProgressRecordType.Completed;
        if (!ended || _progressShown)
        {
            _errors.Write(ended ? "\r\u001b[K" : $"\r\u001b[K{record.Activity}: {record.StatusDescription}");
        }

        _progressShown = !ended;
    }

    public override string ReadLine() => Console.In.ReadLine() ?? string.Empty;

    public override SecureString ReadLineAsSecureString() => throw NobodyThere("a secret");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw NobodyThere(string.Join(", ", descriptions.Select(field => field.Name)));

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw NobodyThere($"a confirmation ({message}); say -Confirm:$false to do without");

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw NobodyThere("a credential");

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw NobodyThere("a credential");

    private static InvalidOperationException NobodyThere(string what) => new($"This shell cannot ask for input, and the script needs {what}.");
}
