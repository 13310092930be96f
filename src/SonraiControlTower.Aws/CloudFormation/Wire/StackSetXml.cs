using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Reads what CloudFormation says of stack sets and their instances; the one place that does.</summary>
internal static class StackSetXml
{
    public static StackSet StackSet(QueryElement xml) => new()
    {
        Name = xml.Text("StackSetName"),
        Id = xml.Text("StackSetId"),
        Arn = xml.TextOrNull("StackSetARN"),
        Status = xml.Text("Status"),
        // Sets from before there were two models do not say theirs.
        PermissionModel = xml.TextOrNull("PermissionModel") ?? SonraiControlTower.PermissionModel.SelfManaged,
        Description = xml.TextOrNull("Description"),
        TemplateBody = xml.TextOrNull("TemplateBody"),
        Parameters = StackXml.Parameters(xml),
        Tags = StackXml.Tags(xml),
        Capabilities = xml.Texts("Capabilities"),
        AdministrationRoleArn = xml.TextOrNull("AdministrationRoleARN"),
        ExecutionRoleName = xml.TextOrNull("ExecutionRoleName"),
        AutoDeployment = xml.StructureOrNull("AutoDeployment") is { } auto ? AutoDeployment(auto) : null,
        ManagedExecution = xml.StructureOrNull("ManagedExecution")?.FlagOrNull("Active") ?? false,
        OrganizationalUnitIds = xml.Texts("OrganizationalUnitIds"),
        Regions = xml.Texts("Regions"),
    };

    public static StackInstance Instance(QueryElement xml) => new()
    {
        AccountId = xml.Text("Account"),
        Region = xml.Text("Region"),
        StackSetId = xml.TextOrNull("StackSetId"),
        StackId = xml.TextOrNull("StackId"),
        OrganizationalUnitId = xml.TextOrNull("OrganizationalUnitId"),
        Status = xml.Text("Status"),
        DetailedStatus = xml.StructureOrNull("StackInstanceStatus")?.TextOrNull("DetailedStatus"),
        StatusReason = xml.TextOrNull("StatusReason"),
        DriftStatus = xml.TextOrNull("DriftStatus"),
        LastOperationId = xml.TextOrNull("LastOperationId"),
    };

    private static AutoDeployment? AutoDeployment(QueryElement xml) =>
        xml.FlagOrNull("Enabled") is { } enabled ? new(enabled, xml.FlagOrNull("RetainStacksOnAccountRemoval") ?? false) : null;
}
