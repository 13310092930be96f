using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>A resource of a stack, as it was made.</summary>
internal sealed class StackPart(string logicalId, string type, bool isRetained)
{
    public string LogicalId => logicalId;

    public string Type => type;

    /// <summary>True if it stays when the stack goes.</summary>
    public bool IsRetained => isRetained;

    public string? PhysicalId { get; set; }

    public JsonObject Properties { get; set; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; set; } = new Dictionary<string, string>();

    /// <summary>What the function of a custom resource answered.</summary>
    public IReadOnlyDictionary<string, string> Data { get; set; } = new Dictionary<string, string>();

    public string Status { get; set; } = "CREATE_IN_PROGRESS";

    public string? Reason { get; set; }

    public StackResource ToStackResource() => new(LogicalId, PhysicalId, Type, Status, Reason);
}
