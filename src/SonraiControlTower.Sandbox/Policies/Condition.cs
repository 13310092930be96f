using System.Text.RegularExpressions;

namespace SonraiControlTower.Sandbox;

/// <summary>One key of a statement's Condition, with what it is compared with.</summary>
/// <param name="Operator">The operator; null for <c>Null</c>, which asks whether the key is there.</param>
/// <param name="Key">The condition key.</param>
/// <param name="Values">The policy's values: one of them suffices.</param>
/// <param name="HoldsWithoutKey">What counts if the request has no such key.</param>
internal sealed partial record Condition(ConditionOperator? Operator, string Key, IReadOnlyList<string> Values, bool HoldsWithoutKey)
{
    private const string IfExists = "IfExists";
    private const string AnyValue = "ForAnyValue:";
    private const string AllValues = "ForAllValues:";

    /// <exception cref="AwsFault">MalformedPolicyDocument: an operator that the sandbox does not know, lest it pass for one that always holds.</exception>
    public static Condition Of(string name, string key, IReadOnlyList<string> values)
    {
        if (name.Equals("Null", StringComparison.OrdinalIgnoreCase))
        {
            return new Condition(null, key, values, HoldsWithoutKey: values.Contains("true", StringComparer.OrdinalIgnoreCase));
        }

        var bare = name
            .Replace(AnyValue, string.Empty, StringComparison.OrdinalIgnoreCase)
            .Replace(AllValues, string.Empty, StringComparison.OrdinalIgnoreCase);
        var forAll = name.StartsWith(AllValues, StringComparison.OrdinalIgnoreCase);
        var ifExists = bare.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase);
        bare = ifExists ? bare[..^IfExists.Length] : bare;

        var known = ConditionOperator.Find(bare)
            ?? throw new AwsFault("MalformedPolicyDocument", $"The sandbox does not know the condition operator {name}.");

        // Nothing matches a key that is not there, so a negated operator holds:
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
        var negatedHolds = known.IsNegated && !name.StartsWith(AnyValue, StringComparison.OrdinalIgnoreCase);
        return new Condition(known, key, values, ifExists || forAll || negatedHolds);
    }

    public bool Holds(AccessRequest request)
    {
        if (request[Key] is not { } value)
        {
            return HoldsWithoutKey;
        }

        return Operator is null
            ? Values.Contains("false", StringComparer.OrdinalIgnoreCase)
            : Values.Any(wanted => Operator.IsMatch(value, Filled(wanted, request))) != Operator.IsNegated;
    }

    // ${aws:PrincipalOrgID} and its like: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    private static string Filled(string wanted, AccessRequest request) =>
        wanted.Contains("${", StringComparison.Ordinal) ? Variable().Replace(wanted, match => request[match.Groups[1].Value] ?? match.Value) : wanted;

    [GeneratedRegex(@"\$\{([a-zA-Z0-9:/_-]+)\}")]
    private static partial Regex Variable();
}
