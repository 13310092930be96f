using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower;

/// <summary>
/// What CloudFormation is answered
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">custom resource response objects</see>): 4,096
/// bytes at most, or the stack would wait for nothing.
/// </summary>
internal sealed record CustomResourceAnswer(
    [property: JsonPropertyName("Status")] string Status,
    [property: JsonPropertyName("Reason")] string? Reason,
    [property: JsonPropertyName("PhysicalResourceId")] string PhysicalResourceId,
    [property: JsonPropertyName("StackId")] string? StackId,
    [property: JsonPropertyName("RequestId")] string? RequestId,
    [property: JsonPropertyName("LogicalResourceId")] string? LogicalResourceId,
    [property: JsonPropertyName("Data")] IReadOnlyDictionary<string, string>? Data)
{
    private const int MostBytes = 4_096;
    private const string Cut = "...";

    public static CustomResourceAnswer Success(CustomResourceRequest request, string id, IReadOnlyDictionary<string, string>? data) =>
        new("SUCCESS", null, id, request.StackId, request.RequestId, request.LogicalResourceId, data);

    public static CustomResourceAnswer Failure(CustomResourceRequest request, string id, string reason) =>
        new("FAILED", reason, id, request.StackId, request.RequestId, request.LogicalResourceId, null);

    /// <summary>The answer as it is sent; a reason that is too long is cut.</summary>
    public byte[] ToBytes()
    {
        var answer = this;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, FunctionJson.Default.CustomResourceAnswer);
        while (bytes.Length > MostBytes && answer.Reason is { Length: > 0 } reason)
        {
            // Every sign takes a byte at least, so that this comes to its end; what was cut before is cut with its dots.
            var keep = Math.Max(0, reason.TrimEnd('.').Length - (bytes.Length - MostBytes) - Cut.Length);
            answer = answer with { Reason = keep == 0 ? "" : reason[..keep] + Cut };
            bytes = JsonSerializer.SerializeToUtf8Bytes(answer, FunctionJson.Default.CustomResourceAnswer);
        }

        return bytes;
    }
}
