namespace SonraiControlTower.Sandbox;

/// <summary>
/// A condition operator
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM condition operators</see>).
/// </summary>
/// <param name="IsMatch">Whether the request's value matches one value of the policy.</param>
/// <param name="IsNegated">True if no value may match.</param>
internal sealed record ConditionOperator(Func<string, string, bool> IsMatch, bool IsNegated = false)
{
    private static readonly Dictionary<string, ConditionOperator> _all = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = new(Equal),
        ["StringNotEquals"] = new(Equal, IsNegated: true),
        ["StringEqualsIgnoreCase"] = new(EqualIgnoringCase),
        ["StringNotEqualsIgnoreCase"] = new(EqualIgnoringCase, IsNegated: true),
        ["StringLike"] = new(Like),
        ["StringNotLike"] = new(Like, IsNegated: true),
        ["ArnEquals"] = new(Like),
        ["ArnLike"] = new(Like),
        ["ArnNotEquals"] = new(Like, IsNegated: true),
        ["ArnNotLike"] = new(Like, IsNegated: true),
        ["Bool"] = new(EqualIgnoringCase),
    };

    /// <summary>The operator of that name, without its prefix and suffix; null for one that the sandbox does not know.</summary>
    public static ConditionOperator? Find(string name) => _all.GetValueOrDefault(name);

    private static bool Equal(string value, string wanted) => value == wanted;

    private static bool EqualIgnoringCase(string value, string wanted) => value.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static bool Like(string value, string wanted) => Glob.IsMatch(value, wanted);
}
