using System.Management.Automation;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Ends the session of this runspace and forgets its token.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Sonrai")]
public sealed class DisconnectSonraiCommand : AsyncCmdlet
{
    protected override Task EndAsync(CancellationToken cancellationToken)
    {
        if (Sessions.Current is null)
        {
            WriteVerbose("There was no session to end.");
        }

        Sessions.Close();
        return Task.CompletedTask;
    }
}
