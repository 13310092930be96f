using System.Management.Automation;
using System.Management.Automation.Runspaces;

// usage: LoaderProbe FILE.ps1 [ARG ...]: runs the script, prints each output object as one line, errors on standard error.
using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
runspace.Open();
using var shell = PowerShell.Create(runspace);
shell.AddCommand(args[0]);
foreach (var argument in args[1..])
{
    shell.AddArgument(argument);
}

try
{
    foreach (var output in shell.Invoke())
    {
        Console.WriteLine(output);
    }
}
catch (RuntimeException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

foreach (var error in shell.Streams.Error)
{
    await Console.Error.WriteLineAsync(error.ToString());
}

return shell.HadErrors ? 1 : 0;
