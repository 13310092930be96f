using SonraiControlTower.Aws.CloudFormation.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation;

/// <summary>
/// AWS CloudFormation and the operations of it that we call. All may be sent again: those that write carry a token or an operation's id, or do
/// the same when done twice.
/// </summary>
internal static class CloudFormationService
{
    public static AwsService Service { get; } = new("CloudFormation", "cloudformation", "2010-05-15", IsGlobal: false)
    {
        OwnProblem = CloudFormationProblems.Of,
    };

    public static QueryOperation<string> CreateStack { get; } = new(nameof(CreateStack), result => result.Text("StackId"));

    public static QueryOperation<string> UpdateStack { get; } = new(nameof(UpdateStack), result => result.Text("StackId"));

    public static QueryOperation<Done> DeleteStack { get; } = new(nameof(DeleteStack), Done.Read);

    public static QueryOperation<IReadOnlyList<CloudFormationStack>> DescribeStacks { get; } =
        new(nameof(DescribeStacks), result => result.List("Stacks", StackXml.Stack));

    public static QueryOperation<QueryPage<StackEvent>> DescribeStackEvents { get; } =
        new(nameof(DescribeStackEvents), QueryPage.WithToken("StackEvents", StackXml.Event));

    public static QueryOperation<QueryPage<StackResource>> ListStackResources { get; } =
        new(nameof(ListStackResources), QueryPage.WithToken("StackResourceSummaries", StackXml.Resource));

    public static QueryOperation<string> GetTemplate { get; } = new(nameof(GetTemplate), result => result.Text("TemplateBody"));

    public static QueryOperation<ChangeSet> CreateChangeSet { get; } = new(nameof(CreateChangeSet), ChangeSetXml.Begun);

    public static QueryOperation<ChangeSetPage> DescribeChangeSet { get; } = new(nameof(DescribeChangeSet), ChangeSetXml.Page);

    public static QueryOperation<Done> ExecuteChangeSet { get; } = new(nameof(ExecuteChangeSet), Done.Read);

    public static QueryOperation<Done> DeleteChangeSet { get; } = new(nameof(DeleteChangeSet), Done.Read);

    public static QueryOperation<string> CreateStackSet { get; } = new(nameof(CreateStackSet), result => result.Text("StackSetId"));

    public static QueryOperation<string> UpdateStackSet { get; } = new(nameof(UpdateStackSet), OperationXml.Id);

    public static QueryOperation<StackSet> DescribeStackSet { get; } =
        new(nameof(DescribeStackSet), result => StackSetXml.StackSet(result.Structure("StackSet")));

    public static QueryOperation<Done> DeleteStackSet { get; } = new(nameof(DeleteStackSet), Done.Read);

    public static QueryOperation<string> CreateStackInstances { get; } = new(nameof(CreateStackInstances), OperationXml.Id);

    public static QueryOperation<string> UpdateStackInstances { get; } = new(nameof(UpdateStackInstances), OperationXml.Id);

    public static QueryOperation<string> DeleteStackInstances { get; } = new(nameof(DeleteStackInstances), OperationXml.Id);

    public static QueryOperation<QueryPage<StackInstance>> ListStackInstances { get; } =
        new(nameof(ListStackInstances), QueryPage.WithToken("Summaries", StackSetXml.Instance));

    public static QueryOperation<QueryPage<StackSetOperation>> ListStackSetOperations { get; } =
        new(nameof(ListStackSetOperations), QueryPage.WithToken("Summaries", OperationXml.Operation));

    public static QueryOperation<StackSetOperation> DescribeStackSetOperation { get; } =
        new(nameof(DescribeStackSetOperation), result => OperationXml.Operation(result.Structure("StackSetOperation")));

    public static QueryOperation<QueryPage<StackSetOperationResult>> ListStackSetOperationResults { get; } =
        new(nameof(ListStackSetOperationResults), QueryPage.WithToken("Summaries", OperationXml.Result));

    public static QueryOperation<Done> StopStackSetOperation { get; } = new(nameof(StopStackSetOperation), Done.Read);
}
