using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>
/// Completes a value that the session can look up. A key press is no place for an error or a long wait: without a session, with a service that
/// fails or one that takes more than two seconds, there is simply nothing to offer.
/// </summary>
public abstract class SessionCompleter : IArgumentCompleter
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private protected abstract IAsyncEnumerable<(string Value, string Tip)> FindAsync(Session session, CancellationToken cancellationToken);

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var found = new List<CompletionResult>();
        if (Sessions.Current is { } session)
        {
            using var patience = new CancellationTokenSource(_patience);
            try
            {
                PipelinePump.Run(stop => CollectAsync(session, wordToComplete.Trim('\'', '"'), found, stop), patience.Token);
            }
            catch (Exception exception) when (exception is SonraiException or OperationCanceledException)
            {
                return found;
            }
        }

        return found;
    }

    private async Task CollectAsync(Session session, string typed, List<CompletionResult> found, CancellationToken cancellationToken)
    {
        await foreach (var (value, tip) in FindAsync(session, cancellationToken))
        {
            if (value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(new CompletionResult(Quoted(value), value, CompletionResultType.ParameterValue, tip));
            }
        }
    }

    private static string Quoted(string value) =>
        value.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '/' or '.') ? value : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
