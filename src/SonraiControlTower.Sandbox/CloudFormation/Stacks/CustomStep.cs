using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// A custom resource on a stack's way. Its function is asked, and asked to take it back even where it failed: it may have made something
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/crpg-ref-requesttypes.html">request types</see>).
/// </summary>
/// <param name="zone">The landing zone.</param>
/// <param name="stack">The stack.</param>
/// <param name="tags">The stack's tags.</param>
/// <param name="context">With whose rights, by logical id.</param>
/// <param name="undoBy">Told how to take back what was made.</param>
/// <param name="restoreBy">Told how to take back what was changed.</param>
/// <param name="obsolete">Told what is to be removed in the end.</param>
internal sealed class CustomStep(
    LandingZone zone,
    Stack stack,
    IReadOnlyDictionary<string, string> tags,
    Func<string, ResourceContext> context,
    Action<Action<Action<string?>>> undoBy,
    Action<Action<Action<string?>>> restoreBy,
    Action<StackPart> obsolete)
{
    public void Do(ResourceDeclaration declared, JsonObject properties, Action<string?> done)
    {
        if (stack.Part(declared.LogicalId) is not { } part)
        {
            Make(declared, properties, done);
        }
        else if (part.Type != declared.Type || part.Properties.Text(CustomKind.ServiceToken) != properties.Text(CustomKind.ServiceToken))
        {
            stack.Parts.Remove(part);
            undoBy(then =>
            {
                stack.Parts.Add(part);
                then(null);
            });
            Make(declared, properties, reason =>
            {
                if (reason is null)
                {
                    obsolete(part);
                }

                done(reason);
            });
        }
        else
        {
            Update(part, properties, done);
        }
    }

    private void Make(ResourceDeclaration declared, JsonObject properties, Action<string?> done)
    {
        var one = context(declared.LogicalId);
        var part = new StackPart(declared.LogicalId, declared.Type, declared.IsRetained)
        {
            Properties = properties,
            Tags = tags,
            PhysicalId = one.GivenName(),
        };
        stack.Parts.Add(part);
        undoBy(then => PartRemoval.Run(one, part, reason =>
        {
            stack.Parts.Remove(part);
            then(reason is null ? null : part.LogicalId);
        }));
        zone.CustomResources.Ask(one, new CustomRequest("Create", part.Type, null, properties), answer =>
        {
            part.PhysicalId = answer.PhysicalId ?? part.PhysicalId;
            part.Data = answer.Data;
            done(answer.Failure);
        });
    }

    private void Update(StackPart part, JsonObject properties, Action<string?> done)
    {
        var one = context(part.LogicalId);
        var (before, dataBefore) = (part.Properties, part.Data);
        restoreBy(then =>
        {
            (part.Properties, part.Data) = (before, dataBefore);
            zone.CustomResources.Ask(
                one,
                new CustomRequest("Update", part.Type, part.PhysicalId, before, properties),
                answer => then(answer.Failure is null ? null : part.LogicalId));
        });
        zone.CustomResources.Ask(one, new CustomRequest("Update", part.Type, part.PhysicalId, properties, before), answer =>
        {
            if (answer.Failure is null)
            {
                if (answer.PhysicalId != part.PhysicalId)
                {
                    obsolete(new StackPart(part.LogicalId, part.Type, part.IsRetained) { PhysicalId = part.PhysicalId, Properties = before });
                }

                (part.PhysicalId, part.Properties, part.Data, part.Tags) = (answer.PhysicalId, properties, answer.Data, tags);
            }

            done(answer.Failure);
        });
    }
}
