using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Writes which instances are meant, and what to do with them; the one place that does.</summary>
internal static class InstancesForm
{
    public static QueryForm ForWrite(StackInstancesRequest request) =>
        StackForm.AddParameters(Common(request), "ParameterOverrides", request.ParameterOverrides);

    public static QueryForm ForDelete(StackInstancesRequest request, bool retainStacks) => Common(request).Add("RetainStacks", retainStacks);

    public static QueryForm ForList(StackSetRef stackSet, StackInstanceFilter filter) =>
        StackSetForm.AddFilters(
            StackSetForm.Named(stackSet)
                .Add("StackInstanceAccount", filter.Account?.ToString())
                .Add("StackInstanceRegion", filter.Region),
            ("DETAILED_STATUS", filter.DetailedStatus),
            ("LAST_OPERATION_ID", filter.LastOperationId));

    private static QueryForm Common(StackInstancesRequest request) =>
        PreferencesForm.Add(
            TargetsForm.Add(StackSetForm.Named(request.StackSet), request.Targets).AddList("Regions", request.Regions), request.Preferences)
            .Add("OperationId", request.OperationId.ToString());
}
