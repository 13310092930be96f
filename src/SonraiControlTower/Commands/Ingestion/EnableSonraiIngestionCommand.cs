using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Lets the collector read the organization's trail: bucket, key, and where it is needed the role's own policy; then reads one file as it does.</summary>
[Cmdlet(VerbsLifecycle.Enable, "SonraiIngestion", SupportsShouldProcess = true)]
[OutputType(typeof(SonraiIngestion))]
public sealed class EnableSonraiIngestionCommand : IngestionCmdlet
{
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var access = SettledAccess;
        var plan = await PlanAsync(access, cancellationToken);
        var grantor = await IngestionGrantor.OpenAsync(Session.Aws, access, plan, Session.AwsClock, cancellationToken);
        if (ShouldProcess(grantor.Target, $"Let the role {plan.RoleName} read the trail's files, by statements put into the policies of its bucket and key"))
        {
            await grantor.GrantAsync(cancellationToken);
        }

        var state = await LookAsync(access, plan, cancellationToken);
        WriteObject(state);
        if (state is { BucketGrants: true, KeyGrants: not false, CanRead: false })
        {
            WriteProblem(IngestionProblems.NotReadable(state.BucketName, state.Reason!), state);
        }
    }
}
