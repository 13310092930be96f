using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SonraiControlTower.Completion;

/// <summary>Completes the public remediation types. They are offered and not demanded: a tenant may know more.</summary>
public sealed class RemediationTypeCompleter : IArgumentCompleter
{
    private static readonly string[] _words = [RemediationType.UpdatePolicy, RemediationType.DeleteIdentity, RemediationType.DeleteAccessKey];

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        _words.Where(word => word.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(word));
}
