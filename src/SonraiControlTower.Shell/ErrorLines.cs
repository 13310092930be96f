using System.Management.Automation;

namespace SonraiControlTower.Shell;

/// <summary>Writes errors to standard error, the command and the message on one line, what to do about it on the next.</summary>
internal sealed class ErrorLines(TextWriter errors)
{
    public void Write(ErrorRecord error)
    {
        var command = error.InvocationInfo?.MyCommand?.Name;
        var message = error.ErrorDetails?.Message ?? error.Exception.Message;
        errors.WriteLine(command is null ? message : $"{command}: {message}");
        if (error.ErrorDetails?.RecommendedAction is { Length: > 0 } remedy)
        {
            errors.WriteLine($"  Recommendation: {remedy}");
        }
    }

    public void Write(string text) => errors.WriteLine(text);
}
