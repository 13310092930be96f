namespace SonraiControlTower.Sandbox;

/// <summary>Removes one resource of a stack, whoever it is that does the work.</summary>
internal static class PartRemoval
{
    /// <param name="context">With whose rights.</param>
    /// <param name="part">The resource.</param>
    /// <param name="done">Told why it could not be removed, in CloudFormation's words; null if it is gone.</param>
    public static void Run(ResourceContext context, StackPart part, Action<string?> done)
    {
        if (CustomKind.Is(part.Type) && context.CanWait)
        {
            context.Zone.CustomResources.Ask(
                context, new CustomRequest("Delete", part.Type, part.PhysicalId, part.Properties), answer => done(answer.Failure));
            return;
        }

        string? reason = null;
        try
        {
            ResourceKinds.Of(part.Type).Delete(context, part.PhysicalId!, part.Properties);
        }
        catch (AwsFault fault)
        {
            reason = HandlerWords.Of(fault, context.StackId, part.LogicalId, part.Type);
        }

        done(reason);
    }
}
