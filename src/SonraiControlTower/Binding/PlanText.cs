using System.Globalization;
using System.Text;

namespace SonraiControlTower.Binding;

/// <summary>A plan in words, for whoever has to agree to it.</summary>
internal static class PlanText
{
    // In one column it fits wherever it is shown.
    private const int Width = 90;

    /// <param name="plan">The plan.</param>
    /// <param name="graceDays">How long it is staged; null for now.</param>
    public static string Of(SonraiRemediation plan, int? graceDays)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{plan.Method} for {plan.IdentityArn}, remediation {plan.Id}{(plan.IsInterrupted ? $", which was interrupted ({plan.Status}) and is finished" : "")}");
        text.Append(graceDays is { } days ? string.Create(CultureInfo.InvariantCulture, $", staged for {days} days:") : ":");
        foreach (var (step, number) in plan.Steps.Select((step, index) => (step, index + 1)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {number,2}. {step.Change}");
        }

        foreach (var policy in plan.Policies.Where(policy => policy.Outcome is RecommendationAdvice.Replace or RecommendationAdvice.Detach))
        {
            text.Append('\n');
            foreach (var line in ComparisonText.Lines(PolicyComparer.Compare(plan, policy), Width, isColoured: false))
            {
                text.Append("\n  ").Append(line);
            }
        }

        text.Append('\n');

        foreach (var remark in plan.Remarks)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {remark}");
        }

        return text.ToString();
    }
}
