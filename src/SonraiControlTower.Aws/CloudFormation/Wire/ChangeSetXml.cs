using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Reads what CloudFormation says of change sets; the one place that does.</summary>
internal static class ChangeSetXml
{
    /// <summary>
    /// AWS fails a change set that would change nothing, and tells so only in its reason, in one of two ways: the first where parameters and template
    /// are as they were, the second where a template with a transform comes out so. Its own command line decides on the same words
    /// (<see href="https://github.com/aws/aws-cli/blob/develop/awscli/customizations/cloudformation/deployer.py">deployer.py</see>).
    /// </summary>
    private static readonly string[] _nothingToDo = ["didn't contain changes", "No updates are to be performed"];

    /// <summary>A page of a change set: the set with the changes of that page.</summary>
    public static ChangeSetPage Page(QueryElement result) => new(ChangeSet(result), result.TextOrNull("NextToken"));

    /// <summary>AWS begins to make it, and says no more than what it is called.</summary>
    public static ChangeSet Begun(QueryElement result) =>
        new(result.Text("Id"), result.Text("StackId"), "CREATE_PENDING", StatusReason: null, HasNoChanges: false, Changes: []);

    private static ChangeSet ChangeSet(QueryElement result)
    {
        var status = result.Text("Status");
        var reason = result.TextOrNull("StatusReason");
        return new(
            result.Text("ChangeSetId"),
            result.Text("StackId"),
            status,
            reason,
            status == ChangeSetStatus.Failed && _nothingToDo.Any(words => reason?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false),
            [.. result.List("Changes", change => change.StructureOrNull("ResourceChange")).OfType<QueryElement>().Select(Change)]);
    }

    private static ResourceChange Change(QueryElement xml) => new(
        xml.Text("Action"),
        xml.Text("LogicalResourceId"),
        xml.TextOrNull("PhysicalResourceId"),
        xml.Text("ResourceType"),
        xml.TextOrNull("Replacement"));
}

/// <summary>One page of a change set.</summary>
internal sealed record ChangeSetPage(ChangeSet ChangeSet, string? NextToken);
