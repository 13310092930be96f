using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Looks at everything of the integration that must be so for it to work: a row for each, with what was seen and what to do.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SonraiIntegration")]
[OutputType(typeof(IntegrationCheck))]
public sealed class TestSonraiIntegrationCommand : IntegrationCmdlet
{
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var access = SettledAccess;
        var integration = await ReadAsync(cancellationToken);
        var looked = 0;
        await foreach (var check in new IntegrationTester(Session.Aws, Session.Dig, access, Session.AwsClock).TestAsync(integration, cancellationToken))
        {
            Progress.Report("Looking at the integration", check.Check, ++looked * 100 / IntegrationTester.Count);
            WriteObject(check);
        }
    }
}
