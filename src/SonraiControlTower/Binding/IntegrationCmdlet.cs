using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>A command about the integration stack of one name in one region.</summary>
public abstract class IntegrationCmdlet : AwsCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidatePattern("^[a-zA-Z][-a-zA-Z0-9]{0,108}$")]
    public string StackName { get; set; } = IntegrationReader.DefaultStackName;

    private protected Task<SonraiIntegration> ReadAsync(CancellationToken cancellationToken) =>
        IntegrationReader.ReadAsync(Session.Aws, SettledAccess, StackName, cancellationToken);
}
