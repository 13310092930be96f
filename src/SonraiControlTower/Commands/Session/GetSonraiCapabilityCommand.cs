using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists the operations that this module uses, and whether the tenant offers each.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiCapability")]
[OutputType(typeof(TenantCapability))]
public sealed class GetSonraiCapabilityCommand : AsyncCmdlet
{
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Operation { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var matches = NamePattern.Matching(Operation);
        await foreach (var capability in Session.Dig.Capabilities.ListAsync(cancellationToken))
        {
            if (matches is null || matches(capability.Operation))
            {
                WriteObject(capability);
            }
        }
    }
}
