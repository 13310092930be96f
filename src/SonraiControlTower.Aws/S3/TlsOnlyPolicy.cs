using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Aws.S3;

/// <summary>
/// The statement of a bucket's policy that refuses whatever does not come over TLS
/// (<see href="https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html">s3-bucket-ssl-requests-only</see>).
/// </summary>
internal static class TlsOnlyPolicy
{
    // As it is read in the console: nothing is escaped that need not be.
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The policy with the statement added to what it says; null if it has the statement already, under whatever name.
    /// </summary>
    /// <exception cref="JsonException">What is there is not a policy.</exception>
    public static PolicyDocument? Added(PolicyDocument? present, string partition, string bucket)
    {
        var wanted = Statement(partition, bucket);
        var policy = present is null
            ? new JsonObject { ["Version"] = "2012-10-17" }
            : JsonNode.Parse(present.Json) as JsonObject ?? throw new JsonException("The bucket's policy is not an object.");
        // One statement alone need not stand in a list.
        var statements = policy["Statement"] switch
        {
            null => [],
            JsonArray many => many,
            var one => new JsonArray(one.DeepClone()),
        };
        if (statements.Any(statement => IsSame(statement, wanted)))
        {
            return null;
        }

        statements.Add(wanted);
        if (statements.Parent is null)
        {
            policy["Statement"] = statements;
        }

        return new(policy.ToJsonString(_plain));
    }

    private static bool IsSame(JsonNode? statement, JsonObject wanted)
    {
        if (statement?.DeepClone() is not JsonObject nameless)
        {
            return false;
        }

        nameless["Sid"] = wanted["Sid"]!.DeepClone();
        return JsonNode.DeepEquals(nameless, wanted);
    }

    private static JsonObject Statement(string partition, string bucket) => new()
    {
        ["Sid"] = "TlsOnly",
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = "s3:*",
        ["Resource"] = new JsonArray($"arn:{partition}:s3:::{bucket}", $"arn:{partition}:s3:::{bucket}/*"),
        ["Condition"] = new JsonObject { ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "false" } },
    };
}
