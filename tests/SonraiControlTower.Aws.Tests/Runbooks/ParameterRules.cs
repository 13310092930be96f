using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>
/// The parameters: <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-syntax-data-elements-parameters.html">data elements</see>;
/// types of AWS: <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/populating-input-parameters.html">input parameters</see>.
/// </summary>
internal static partial class ParameterRules
{
    private static readonly string[] _types = ["String", "StringList", "Integer", "Boolean", "MapList", "StringMap", "AWS::IAM::Role::Arn", "AWS::EC2::Instance::Id", "AWS::S3::Bucket::Name"];
    private static readonly string[] _fields = ["type", "description", "default", "allowedValues", "allowedPattern", "displayType", "minItems", "maxItems", "minChars", "maxChars"];

    public static IEnumerable<string> Check(Runbook runbook) =>
        runbook.Parameters.SelectMany(one => CheckOne(one.Key, one.Value as JsonObject ?? []));

    private static IEnumerable<string> CheckOne(string name, JsonObject parameter)
    {
        if (!_types.Contains(parameter.Text("type")))
        {
            yield return $"Parameter {name} has no known type.";
        }

        if (string.IsNullOrWhiteSpace(parameter.Text("description")))
        {
            yield return $"Parameter {name} has no description.";
        }

        foreach (var unknown in parameter.Select(one => one.Key).Except(_fields))
        {
            yield return $"Parameter {name} has an unknown field {unknown}.";
        }

        var allowed = parameter["allowedValues"] is JsonArray values ? values.Texts().ToList() : null;
        var pattern = parameter.Text("allowedPattern");
        if (allowed is null && pattern is null)
        {
            yield return $"Parameter {name} takes anything: it has neither allowedPattern nor allowedValues.";
        }

        // The pattern is one of RE2: no lookaround, no back references, and no repetition of more than 1,000 (https://github.com/google/re2/wiki/Syntax).
        if (pattern is not null && (BeyondRe2().IsMatch(pattern) || Repetitions().Matches(pattern).Any(count => int.Parse(count.Groups[1].ValueSpan, provider: null) > 1000)))
        {
            yield return $"The pattern of parameter {name} is none of RE2.";
        }

        if (parameter.Text("default") is { } value && (allowed?.Contains(value) == false || (pattern is not null && !Regex.IsMatch(value, pattern))))
        {
            yield return $"The default of parameter {name} is none that it allows.";
        }
    }

    [GeneratedRegex(@"\(\?[=!<]|\\[1-9]")]
    private static partial Regex BeyondRe2();

    [GeneratedRegex(@"(\d+)\}")]
    private static partial Regex Repetitions();
}
