using System.Globalization;

namespace SonraiControlTower.Engine;

/// <summary>Compares integers and decimal numbers.</summary>
internal abstract class NumericOperator : ConditionOperator
{
    /// <param name="order">Below 0 where the request's number is smaller than the policy's, above 0 where it is greater.</param>
    protected abstract bool Holds(int order);

    public sealed override Predicate<string> Matching(string value) =>
        TryParse(value, out var wanted) ? found => TryParse(found, out var number) && Holds(number.CompareTo(wanted)) : _ => false;

    private static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
