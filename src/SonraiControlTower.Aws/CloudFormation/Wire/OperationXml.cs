using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation.Wire;

/// <summary>Reads what CloudFormation says of operations on stack sets; the one place that does.</summary>
internal static class OperationXml
{
    public static string Id(QueryElement result) => result.Text("OperationId");

    public static StackSetOperation Operation(QueryElement xml) => new()
    {
        OperationId = Id(xml),
        Action = xml.Text("Action"),
        Status = xml.Text("Status"),
        StatusReason = xml.TextOrNull("StatusReason"),
        CreatedAt = xml.TimeOrNull("CreationTimestamp"),
        EndedAt = xml.TimeOrNull("EndTimestamp"),
        FailedInstances = xml.StructureOrNull("StatusDetails")?.NumberOrNull("FailedStackInstancesCount"),
        RetainStacks = xml.FlagOrNull("RetainStacks"),
    };

    /// <summary>The reason may stand at the result, or at the gate that the account has set up before stack sets.</summary>
    public static StackSetOperationResult Result(QueryElement xml) => new()
    {
        AccountId = xml.Text("Account"),
        Region = xml.Text("Region"),
        Status = xml.Text("Status"),
        StatusReason = xml.TextOrNull("StatusReason") ?? FailedGate(xml.StructureOrNull("AccountGateResult")),
        OrganizationalUnitId = xml.TextOrNull("OrganizationalUnitId"),
    };

    private static string? FailedGate(QueryElement? gate) =>
        gate?.TextOrNull("Status") == "FAILED" ? gate.TextOrNull("StatusReason") : null;
}
