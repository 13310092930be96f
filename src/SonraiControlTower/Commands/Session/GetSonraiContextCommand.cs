using System.Management.Automation;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Shows what this runspace is connected to; nothing where it is not connected.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiContext")]
[OutputType(typeof(SonraiContext))]
public sealed class GetSonraiContextCommand : AsyncCmdlet
{
    protected override Task EndAsync(CancellationToken cancellationToken)
    {
        if (Sessions.Current is { } session)
        {
            WriteObject(session.Context);
        }

        return Task.CompletedTask;
    }
}
