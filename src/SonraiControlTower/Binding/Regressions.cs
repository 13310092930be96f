using System.Management.Automation;
using SonraiControlTower.Errors;

namespace SonraiControlTower.Binding;

/// <summary>Tells that somebody misses what a remediation has taken away.</summary>
internal static class Regressions
{
    public static void Tell(Cmdlet command, RemediationRegression regression)
    {
        var (remediation, actions, problem) = regression;
        command.WriteWarning(
            $"{remediation.IdentityName} was denied {string.Join(", ", actions)} since remediation {remediation.Id}. Its ticket is open again; Undo-SonraiRemediation {remediation.Id} gives back what it had.");
        if (problem is not null)
        {
            command.WriteError(ErrorRecords.From(problem, remediation));
        }
    }
}
