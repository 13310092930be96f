using System.Globalization;
using System.Management.Automation.Host;

namespace SonraiControlTower.Shell;

/// <summary>What PowerShell sees of this process: where to write, and how to end.</summary>
internal sealed class ShellHost : PSHost
{
    /// <summary>What the script gave to <c>exit</c>; null if it did not.</summary>
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "SonraiControlTower.Shell";

    public override PSHostUserInterface UI { get; } = new ShellUserInterface();

    public override Version Version => typeof(ShellHost).Assembly.GetName().Version!;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This shell has no prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This shell has no prompt.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
}
