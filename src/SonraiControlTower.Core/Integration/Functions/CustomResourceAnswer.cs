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

    /// <summary>The answer as it is sent; a reason that is too long is cut, to the longest beginning that there is room for.</summary>
    public byte[] ToBytes()
    {
        var whole = Bytes(this);
        if (whole.Length <= MostBytes || Reason is null)
        {
            return whole;
        }

        // A sign takes one byte or six, so that the length of the text says little.
        var (fits, tooLong) = (0, Reason.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) = Bytes(Shortened(middle)).Length <= MostBytes ? (middle, tooLong) : (fits, middle);
        }

        return Bytes(Shortened(fits));
    }

    private CustomResourceAnswer Shortened(int length) => this with { Reason = Reason![..length] + Cut };

    private static byte[] Bytes(CustomResourceAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, FunctionJson.Default.CustomResourceAnswer);
}
