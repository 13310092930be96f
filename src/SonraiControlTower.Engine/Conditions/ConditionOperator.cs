namespace SonraiControlTower.Engine;

/// <summary>
/// A condition operator, without its set prefix and IfExists, which work on all alike. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">condition operators</see>.
/// </summary>
internal abstract class ConditionOperator
{
    /// <summary>Such as <c>StringEquals</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it asks that the value is not so: then it holds, too, where the request has no such key.</summary>
    public virtual bool IsNegated => false;

    /// <summary>Whether <c>*</c> and <c>?</c> in its values are wildcards.</summary>
    public virtual bool HasWildcards => false;

    /// <summary>
    /// Whether its values may have variables: those of strings and ARNs do
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-conditionelement">where</see>).
    /// </summary>
    public virtual bool HasVariables => false;

    /// <summary>Makes the test for one value of the policy, once for all requests.</summary>
    /// <param name="value">The value as <see cref="Glob"/> marks it.</param>
    /// <returns>Whether the request's value matches, never negated. A value that is none of the operator's type matches nothing.</returns>
    public abstract Predicate<string> Matching(string value);
}
