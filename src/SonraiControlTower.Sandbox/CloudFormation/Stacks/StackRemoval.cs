namespace SonraiControlTower.Sandbox;

/// <summary>Removes a stack's resources, the newest first.</summary>
internal static class StackRemoval
{
    /// <summary>At one stroke, as stack sets do.</summary>
    /// <returns>The resource that could not be removed, and why in CloudFormation's words; null if all are gone.</returns>
    public static (StackPart Part, string Reason)? Run(LandingZone zone, Stack stack, Caller caller)
    {
        (StackPart, string)? failure = null;
        Next(zone, stack, caller, canWait: false, one => failure = one);
        return failure;
    }

    /// <summary>Waits for the functions of custom resources.</summary>
    public static void Run(LandingZone zone, Stack stack, Caller caller, Action<(StackPart Part, string Reason)?> done) =>
        Next(zone, stack, caller, canWait: true, done);

    private static void Next(LandingZone zone, Stack stack, Caller caller, bool canWait, Action<(StackPart Part, string Reason)?> done)
    {
        if (stack.Parts is not [.., var part])
        {
            done(null);
            return;
        }

        if (part.IsRetained || part.PhysicalId is null)
        {
            Gone(part.IsRetained ? "DELETE_SKIPPED" : StackStatus.DeleteComplete);
            return;
        }

        var context = new ResourceContext(zone, caller, stack.Id, stack.Name, part.LogicalId, stack.Tags) { CanWait = canWait };
        PartRemoval.Run(context, part, reason =>
        {
            if (reason is null)
            {
                Gone(StackStatus.DeleteComplete);
            }
            else
            {
                done((part, reason));
            }
        });

        void Gone(string status)
        {
            stack.Become(part, status, null, zone.Agenda.Now);
            stack.Parts.Remove(part);
            Next(zone, stack, caller, canWait, done);
        }
    }
}
