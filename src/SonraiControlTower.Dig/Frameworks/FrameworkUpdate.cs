using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>Enables and disables frameworks. Both ways of it are inferred, so the schema is asked for each before its first use.</summary>
internal sealed class FrameworkUpdate(GraphQLChannel channel, DocumentLibrary documents, SchemaProbe probe)
{
    private const string Framework = "ControlFramework";
    private const string Updater = "ControlFrameworkUpdater";
    private const string Swimlanes = "swimlanes";

    /// <summary>Sends the change once; gives what stood against it, or null.</summary>
    /// <exception cref="SonraiException"><c>OperationNotOffered</c>, or what makes every such call fail.</exception>
    public async Task<Problem?> SendAsync(
        SonraiControlFramework framework, SonraiSwimlane? swimlane, bool enabled, CancellationToken cancellationToken)
    {
        var document = documents[swimlane is null ? "UpdateControlFramework" : "UpdateControlFrameworkSwimlanes"];
        await DemandOfferedAsync(document, swimlane, enabled, cancellationToken).ConfigureAwait(false);

        var variables = new JsonObject { ["srn"] = framework.Srn };
        if (swimlane is null)
        {
            variables["enabled"] = enabled;
        }
        else
        {
            variables[enabled ? "add" : "remove"] = new JsonArray(swimlane.Srn);
        }

        var reply = await channel.SendAsync(GraphQLRequest.For(document, variables), cancellationToken).ConfigureAwait(false);
        return reply.LeavesOpen ? FrameworkProblems.AnswerLost(framework) : Judge(document, framework, reply.AnswerOrThrow());
    }

    private static Problem? Judge(GraphQLDocument document, SonraiControlFramework framework, GraphQLAnswer answer) =>
        answer.IsRequestRefused ? throw new SonraiException(DigProblems.Errors(document.Name, answer.Messages))
        : answer.HasErrors ? FrameworkProblems.Refused(framework, answer.Messages)
        : null;

    private async Task DemandOfferedAsync(GraphQLDocument document, SonraiSwimlane? swimlane, bool enabled, CancellationToken cancellationToken)
    {
        var lacking =
            !await probe.OffersAsync(document, cancellationToken).ConfigureAwait(false) ? $"field '{document.Field}' in its type 'Mutation'"
            : swimlane is null ? null
            : !await KnowsSwimlanesAsync(Updater, cancellationToken).ConfigureAwait(false) ? $"field '{Swimlanes}' in its type '{Updater}'"

            // What cannot be read back is not written.
            : !await KnowsSwimlanesAsync(Framework, cancellationToken).ConfigureAwait(false) ? $"field '{Swimlanes}' in its type '{Framework}'"
            : null;
        if (lacking is not null)
        {
            throw new SonraiException(DigProblems.NotOffered(document.Name, lacking, InThePortal(swimlane, enabled)));
        }
    }

    private async Task<bool> KnowsSwimlanesAsync(string type, CancellationToken cancellationToken) =>
        (await probe.FieldsAsync(type, cancellationToken).ConfigureAwait(false)).Contains(Swimlanes);

    private static string InThePortal(SonraiSwimlane? swimlane, bool enabled)
    {
        var choice = (enabled ? "Enable" : "Disable") + (swimlane is null ? " Globally" : $" for the swimlane '{swimlane.Title}'");
        return $"In the Sonrai portal, open the Control Frameworks tab, choose the frameworks, {choice}.";
    }
}
