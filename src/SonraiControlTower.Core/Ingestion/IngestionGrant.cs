using System.Text.Json.Nodes;

namespace SonraiControlTower;

/// <summary>The statements that let the role read the trail's files, as they stand in the bucket's policy and in the key's.</summary>
internal static class IngestionGrant
{
    private const string List = "SonraiIngestionListsLogs";
    private const string Read = "SonraiIngestionReadsLogs";
    private const string Decrypt = "SonraiIngestionDecryptsLogs";

    public static IReadOnlyCollection<string> BucketSids { get; } = [List, Read];

    public static IReadOnlyCollection<string> KeySids { get; } = [Decrypt];

    /// <summary>For the bucket: to list it, and to read what is below <c>AWSLogs/</c>.</summary>
    public static IReadOnlyList<JsonObject> OfBucket(IngestionPlace place) =>
    [
        Statement(List, place.Role, ["s3:GetBucketLocation", "s3:ListBucket"], place.BucketArn),
        Statement(Read, place.Role, ["s3:GetObject"], $"{place.BucketArn}/{place.LogPrefix}*"),
    ];

    /// <summary>For the key: to decrypt, and only what S3 asks for
    /// (<see href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service">kms:ViaService</see>).</summary>
    public static IReadOnlyList<JsonObject> OfKey(IngestionPlace place)
    {
        var statement = Statement(Decrypt, place.Role, ["kms:Decrypt"], "*");
        statement["Condition"] = new JsonObject
        {
            ["StringLike"] = new JsonObject { ["kms:ViaService"] = "s3.*.amazonaws.com" + (place.Role.Partition == "aws-cn" ? ".cn" : string.Empty) },
        };
        return [statement];
    }

    private static JsonObject Statement(string sid, RoleArn role, string[] actions, string resource) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["AWS"] = role.ToString() },
        ["Action"] = actions is [var only] ? only : new JsonArray([.. actions.Select(action => (JsonNode)action)]),
        ["Resource"] = resource,
    };
}
