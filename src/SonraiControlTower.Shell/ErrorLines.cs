using System.Management.Automation;

namespace SonraiControlTower.Shell;

/// <summary>Writes errors to standard error, the command and the message on one line, what to do about it on the next.</summary>
internal static class ErrorLines
{
    public static void Write(ErrorRecord error)
    {
        var command = error.InvocationInfo?.MyCommand?.Name;
        var message = error.ErrorDetails?.Message ?? error.Exception.Message;
        Console.Error.WriteLine(command is null ? message : $"{command}: {message}");
        if (error.ErrorDetails?.RecommendedAction is { Length: > 0 } remedy)
        {
            Console.Error.WriteLine($"  Recommendation: {remedy}");
        }
    }
}
