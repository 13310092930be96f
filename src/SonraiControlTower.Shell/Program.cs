using System.Reflection;
using SonraiControlTower.Shell;

var asked = ShellArguments.Parse(args);
if (asked is null)
{
    await Console.Error.WriteLineAsync(ShellArguments.Usage);
    return 64;
}

if (asked.File is { } file && !File.Exists(file))
{
    await Console.Error.WriteLineAsync($"There is no script '{file}'.");
    return 64;
}

var manifest = Path.GetFullPath(Path.Combine(
    AppContext.BaseDirectory,
    Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "ModuleManifest").Value!));
return ScriptRun.Start(asked, manifest);
