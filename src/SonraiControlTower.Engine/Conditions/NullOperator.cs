namespace SonraiControlTower.Engine;

/// <summary>
/// Whether the request has the key at all: <c>true</c> asks that it has not, <c>false</c> that it has it with a value. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null">Null</see>.
/// </summary>
internal sealed class NullOperator : ConditionOperator
{
    public const string Absent = "true";
    public const string Present = "false";

    public override string Name => "Null";

    /// <summary>The test is given one of the words above instead of a value of the request.</summary>
    public override Predicate<string> Matching(string value) => found => string.Equals(found, value, StringComparison.OrdinalIgnoreCase);
}
