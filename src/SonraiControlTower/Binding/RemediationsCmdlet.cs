using System.Management.Automation;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Binding;

/// <summary>A command that takes remediations: themselves, or their ids.</summary>
// No default parameter set: it would be tried first, and a remediation would bind by its property Id alone.
public abstract class RemediationsCmdlet : RemediationCmdlet
{
    private protected const string RemediationSet = "Remediation";
    private protected const string IdSet = "Id";

    private readonly Dictionary<string, SonraiRemediation> _taken = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = RemediationSet, ValueFromPipeline = true)]
    public SonraiRemediation[]? Remediation { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RemediationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>What is done, in a word for whoever is asked.</summary>
    private protected abstract string ActionFor(SonraiRemediation remediation);

    /// <summary>Those that were given and agreed to.</summary>
    private protected IReadOnlyCollection<SonraiRemediation> Taken => _taken.Values;

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        // What was read some time ago may have come further since.
        foreach (var given in (Remediation ?? []).Select(one => Session.Journal.Find(one.Id) ?? one).Concat(Find(Id ?? [])))
        {
            Take(given);
        }

        return Task.CompletedTask;
    }

    private protected void Take(SonraiRemediation remediation)
    {
        if (!_taken.ContainsKey(remediation.Id) && ShouldProcess($"{remediation.IdentityName} (remediation {remediation.Id}, {remediation.Status})", ActionFor(remediation)))
        {
            _taken.Add(remediation.Id, remediation);
        }
    }
}
