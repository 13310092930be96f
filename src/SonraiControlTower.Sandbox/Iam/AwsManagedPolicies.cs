using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// The AWS managed policies that the sandbox has, with of the long ones' documents what concerns the services of the estate.
/// Source: <see href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html">AWS Managed Policy
/// Reference Guide</see>.
/// </summary>
internal static class AwsManagedPolicies
{
    private static readonly Lazy<IReadOnlyDictionary<string, PolicyDocument>> _documents = new(Read);

    /// <summary>The policy's document; null for one that the sandbox does not have.</summary>
    public static PolicyDocument? Find(string arn) => NameWithPath(arn) is { } name ? _documents.Value.GetValueOrDefault(name) : null;

    /// <summary>The policy as IAM tells of it; null for one that the sandbox does not have.</summary>
    public static ManagedPolicy? Describe(string arn, int attachments, int boundaries) => Find(arn) is null
        ? null
        : new ManagedPolicy
        {
            Name = arn[(arn.LastIndexOf('/') + 1)..],
            Arn = arn,
            PolicyId = StableId.Of("ANPA", NameWithPath(arn)!),
            Path = $"/{NameWithPath(arn)![..(NameWithPath(arn)!.LastIndexOf('/') + 1)]}",
            DefaultVersionId = "v1",
            AttachmentCount = attachments,
            BoundaryUsageCount = boundaries,
        };

    private static string? NameWithPath(string arn) =>
        arn.Split(':') is ["arn", _, "iam", "", "aws", var resource] && resource.StartsWith("policy/", StringComparison.Ordinal)
            ? resource["policy/".Length..]
            : null;

    private static Dictionary<string, PolicyDocument> Read()
    {
        using var stream = typeof(AwsManagedPolicies).Assembly.GetManifestResourceStream("AwsManagedPolicies.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(
            policy => policy.Name, policy => new PolicyDocument(JsonSerializer.Serialize(policy.Value, ManagedPolicyJson.Default.JsonElement)));
    }
}

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ManagedPolicyJson : JsonSerializerContext;
