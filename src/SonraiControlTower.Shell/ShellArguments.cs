namespace SonraiControlTower.Shell;

/// <summary>What the command line asks for: <c>[-AsJson] (FILE.ps1 [ARG …] | -Command TEXT)</c>.</summary>
internal sealed record ShellArguments(string? File, string? Command, IReadOnlyList<string> Rest, bool AsJson)
{
    public const string Usage = """
        Runs a PowerShell script with SonraiControlTower loaded, on machines without pwsh.

        usage: SonraiControlTower.Shell [-AsJson] FILE.ps1 [ARG ...]
               SonraiControlTower.Shell [-AsJson] -Command "TEXT"

          -AsJson    write each output object as one line of JSON instead of its default view
          -Command   run this text instead of a file

        Errors go to standard error. The exit code is 1 if the script failed, or what it gave to 'exit'.
        Only PowerShell's core commands are here: no Select-Object, no Format-Table, no ConvertTo-Json.
        """;

    /// <summary>Reads the command line; null if it asks for nothing that can be run.</summary>
    public static ShellArguments? Parse(IReadOnlyList<string> arguments)
    {
        var asJson = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i].ToUpperInvariant())
            {
                case "-ASJSON":
                    asJson = true;
                    break;
                case "-COMMAND" or "-C" when i + 1 < arguments.Count:
                    return new(null, string.Join(' ', arguments.Skip(i + 1)), [], asJson);
                case "-FILE" or "-F" when i + 1 < arguments.Count:
                    return new(arguments[i + 1], null, [.. arguments.Skip(i + 2)], asJson);
                case ['-', ..]:
                    return null;
                default:
                    return new(arguments[i], null, [.. arguments.Skip(i + 1)], asJson);
            }
        }

        return null;
    }
}
