using System.Management.Automation;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists who did what in Dig itself.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiAuditLog")]
[OutputType(typeof(SonraiAuditEvent))]
public sealed class GetSonraiAuditLogCommand : AsyncCmdlet
{
    private static readonly TimeSpan _usual = TimeSpan.FromDays(7);

    [Parameter(Position = 0)]
    public DateTimeOffset? After { get; set; }

    [Parameter(Position = 1)]
    public DateTimeOffset? Before { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var to = Before ?? TimeProvider.System.GetUtcNow();
        await foreach (var one in Session.Dig.AuditLog.ListAsync(After ?? to - _usual, to, cancellationToken))
        {
            WriteObject(one);
        }
    }
}
