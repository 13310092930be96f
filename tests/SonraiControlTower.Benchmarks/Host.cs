using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace SonraiControlTower.Benchmarks;

/// <summary>A runspace with the built module in it.</summary>
internal sealed class Host : IDisposable
{
    public Host()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([Checkout.Manifest]);
        Runspace = RunspaceFactory.CreateRunspace(state);
        Runspace.Open();
    }

    public Runspace Runspace { get; }

    public void Set(string name, object value) => Runspace.SessionStateProxy.SetVariable(name, value);

    public IReadOnlyList<PSObject> Run(string script)
    {
        using var shell = PowerShell.Create(Runspace);
        var output = shell.AddScript(script).Invoke();
        return shell.HadErrors ? throw new InvalidOperationException(shell.Streams.Error.FirstOrDefault()?.ToString()) : output;
    }

    public void Dispose() => Runspace.Dispose();
}
