using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>
/// Completes the actions of IAM: the prefix of a service first, its actions behind the colon. The catalogue is at hand, so that nothing is waited for.
/// </summary>
public sealed class ActionCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        var names = Sessions.Current?.Analysis.Catalog.Matching($"{typed}*") ?? [];
        return typed.Contains(':', StringComparison.Ordinal)
            ? names.Select(name => new CompletionResult(name))
            : names.Select(name => name[..(name.IndexOf(':', StringComparison.Ordinal) + 1)]).Distinct().Select(name => new CompletionResult(name));
    }
}
