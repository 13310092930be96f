using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// CloudFormation's functions, as far as roles and policies need them
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">intrinsic functions</see>).
/// </summary>
internal static partial class TemplateFunctions
{
    public const string True = "true";
    private const string False = "false";

    private static readonly Dictionary<string, Func<TemplateScope, JsonNode?, JsonNode?>> _all = new()
    {
        ["Ref"] = (scope, name) => scope.Reference(name!.ToString()),
        ["Condition"] = (scope, name) => Truth(scope.Holds(name!.ToString())),
        ["Fn::GetAtt"] = (scope, parts) => Attribute(scope, parts),
        ["Fn::Sub"] = Substitute,
        ["Fn::If"] = (scope, parts) => scope.Resolve(parts![scope.Holds(parts[0]!.ToString()) ? 1 : 2]),
        ["Fn::Equals"] = (scope, parts) => Truth(scope.Text(parts![0]) == scope.Text(parts[1])),
        ["Fn::Not"] = (scope, parts) => Truth(scope.Text(parts![0]) != True),
        ["Fn::And"] = (scope, parts) => Truth(parts!.AsArray().All(part => scope.Text(part) == True)),
        ["Fn::Or"] = (scope, parts) => Truth(parts!.AsArray().Any(part => scope.Text(part) == True)),
        ["Fn::Join"] = (scope, parts) => JsonValue.Create(string.Join(scope.Text(parts![0]), Items(scope, parts[1]))),
        ["Fn::Split"] = (scope, parts) => List(scope.Text(parts![1]).Split(scope.Text(parts[0]))),
        ["Fn::Select"] = (scope, parts) =>
            JsonValue.Create(Items(scope, parts![1])[int.Parse(scope.Text(parts[0]), CultureInfo.InvariantCulture)]),
        ["Fn::FindInMap"] = (scope, parts) =>
            scope.Template.Mappings[scope.Text(parts![0])]?[scope.Text(parts[1])]?[scope.Text(parts[2])]?.DeepClone()
            ?? throw AwsFault.Validation("Template error: Unable to get mapping"),
    };

    /// <summary>The function of that name; null if the name is not one of a function.</summary>
    /// <exception cref="AwsFault">ValidationError: a function that the sandbox does not have.</exception>
    public static Func<TemplateScope, JsonNode?, JsonNode?>? Find(string name, JsonNode? argument) =>
        _all.TryGetValue(name, out var function)
            // A policy's Condition is no function: what it has is a mapping, and the function a name.
            ? name is "Condition" && argument is not JsonValue ? null : function
            : name.StartsWith("Fn::", StringComparison.Ordinal)
                ? throw AwsFault.Validation($"Template error: the sandbox does not know the function {name}")
                : null;

    private static JsonValue Truth(bool holds) => JsonValue.Create(holds ? True : False);

    private static JsonArray List(IEnumerable<string> items) => new([.. items.Select(item => JsonValue.Create(item))]);

    private static List<string> Items(TemplateScope scope, JsonNode? node) =>
        [.. (scope.Resolve(node) as JsonArray ?? []).Select(item => item!.ToString())];

    private static JsonValue Attribute(TemplateScope scope, JsonNode? parts)
    {
        var names = parts is JsonArray several ? [.. several.Select(scope.Text)] : parts!.ToString().Split('.', 2);
        return JsonValue.Create(scope.Attribute(names[0], names[1]));
    }

    // ${Name}, ${Name.Attribute}, and ${!Literal}: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
    private static JsonValue Substitute(TemplateScope scope, JsonNode? argument)
    {
        var (text, own) = argument is JsonArray parts ? (parts[0]!.ToString(), parts[1] as JsonObject) : (argument!.ToString(), null);
        return JsonValue.Create(Placeholder().Replace(text, match => match.Groups["name"].Value switch
        {
            ['!', .. var literal] => $"${{{literal}}}",
            var name when own?.ContainsKey(name) == true => scope.Text(own[name]),
            var name when name.Split('.', 2) is [var resource, var attribute] => scope.Attribute(resource, attribute),
            var name => scope.Reference(name)?.ToString() ?? string.Empty,
        }));
    }

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
