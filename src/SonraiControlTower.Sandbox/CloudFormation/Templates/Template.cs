using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// A template, read. The sandbox does what the template says rather than what it believes the module's templates to say: a role that trusts the
/// wrong account is then found out here, and not at a customer's.
/// </summary>
internal sealed class Template
{
    private const int LongestBody = 51_200;

    // Of one that lies in a bucket: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    private const int LongestObject = 1_048_576;

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/template-anatomy.html, without Transform and Hooks. Rules are not looked at.
    private static readonly string[] _sections =
        ["AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs"];

    private Template(string body, JsonObject root)
    {
        Body = body;
        Description = root[nameof(Description)]?.ToString();
        Parameters = [.. Section(root, "Parameters").Select(one => ParameterDeclaration.Of(one.Key, Object(one.Value, one.Key)))];
        Conditions = Section(root, "Conditions");
        Mappings = Section(root, "Mappings");
        Outputs = Section(root, "Outputs");
        Resources = [.. ResourceDeclaration.InOrder(Section(root, "Resources"))];
    }

    public string Body { get; }

    public string? Description { get; }

    public IReadOnlyList<ParameterDeclaration> Parameters { get; }

    public JsonObject Conditions { get; }

    public JsonObject Mappings { get; }

    public JsonObject Outputs { get; }

    /// <summary>The resources, each after those that it needs.</summary>
    public IReadOnlyList<ResourceDeclaration> Resources { get; }

    /// <exception cref="AwsFault">ValidationError, in AWS's words as far as AWS has them.</exception>
    public static Template Parse(string? body, bool isFromBucket = false)
    {
        if (string.IsNullOrEmpty(body))
        {
            throw AwsFault.Validation("Either Template URL or Template Body must be specified.");
        }

        var longest = isFromBucket ? LongestObject : LongestBody;
        if (Encoding.UTF8.GetByteCount(body) > longest)
        {
            throw AwsFault.Validation(
                $"1 validation error detected: Value at '{(isFromBucket ? "templateURL" : "templateBody")}' failed to satisfy constraint: Member must have length less than or equal to {longest}");
        }

        var root = ReadRoot(body) as JsonObject ?? throw AwsFault.Validation("Template format error: unsupported structure.");
        var unknown = root.Select(section => section.Key).Except(_sections).ToList();
        if (unknown.Count > 0)
        {
            throw AwsFault.Validation($"Invalid template property or properties [{string.Join(", ", unknown)}]");
        }

        return Section(root, "Resources").Count > 0
            ? new Template(body, root)
            : throw AwsFault.Validation("Template format error: At least one Resources member must be defined.");
    }

    public static JsonObject Object(JsonNode? node, string where) =>
        node as JsonObject ?? throw AwsFault.Validation($"Template format error: [{where}] is not an object.");

    private static JsonObject Section(JsonObject root, string name) => root[name] is { } section ? Object(section, name) : [];

    private static JsonNode? ReadRoot(string body)
    {
        try
        {
            return body.TrimStart().StartsWith('{') ? JsonNode.Parse(body) : YamlReader.Read(body);
        }
        catch (JsonException exception)
        {
            throw AwsFault.Validation($"Template format error: JSON not well-formed. (line {exception.LineNumber + 1})");
        }
    }
}
