using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SonraiControlTower.Completion;

/// <summary>Completes the bots that this module runs.</summary>
public sealed class RemediationBotCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        RemediationBots.Titles.Where(title => title.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(title => new CompletionResult($"'{title}'", title, CompletionResultType.ParameterValue, title));
}
