namespace SonraiControlTower.Sandbox;

/// <summary>Removes a stack's resources, the newest first.</summary>
internal static class StackRemoval
{
    /// <returns>The resource that could not be removed, and why in CloudFormation's words; null if all are gone.</returns>
    public static (StackPart Part, string Reason)? Run(LandingZone zone, Stack stack, Caller caller)
    {
        foreach (var part in Enumerable.Reverse(stack.Parts).ToList())
        {
            try
            {
                if (!part.IsRetained && part.PhysicalId is { } physicalId)
                {
                    var context = new ResourceContext(zone, caller, stack.Id, stack.Name, part.LogicalId, stack.Tags);
                    ResourceKinds.Of(part.Type).Delete(context, physicalId, part.Properties);
                }
            }
            catch (AwsFault fault)
            {
                return (part, HandlerWords.Of(fault, stack.Id, part.LogicalId));
            }

            stack.Become(part, part.IsRetained ? "DELETE_SKIPPED" : StackStatus.DeleteComplete, null, zone.Agenda.Now);
            stack.Parts.Remove(part);
        }

        return null;
    }
}
