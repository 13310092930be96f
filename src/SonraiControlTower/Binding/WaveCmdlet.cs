using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>A command that has a stack set work on many accounts: how many at a time, and how many may fail.</summary>
public abstract class WaveCmdlet : StackSetCmdlet
{
    private const int DefaultTolerance = 50;
    private const int DefaultConcurrency = 100;

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? FailureTolerance { get; set; }

    [Parameter]
    [ValidateRange(0, 100)]
    public int? FailureTolerancePercentage { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxConcurrency { get; set; }

    [Parameter]
    [ValidateRange(1, 100)]
    public int? MaxConcurrencyPercentage { get; set; }

    /// <exception cref="SonraiException"><c>ParametersExclude</c>.</exception>
    private protected StackSetOperationPreferences Preferences => RollOutPlan.Soft(
        Choose(FailureTolerance, nameof(FailureTolerance), FailureTolerancePercentage, nameof(FailureTolerancePercentage), DefaultTolerance),
        Choose(MaxConcurrency, nameof(MaxConcurrency), MaxConcurrencyPercentage, nameof(MaxConcurrencyPercentage), DefaultConcurrency));

    private static Share Choose(int? count, string countName, int? percentage, string percentageName, int usual) => (count, percentage) switch
    {
        (not null, not null) => throw new SonraiException(RollOutProblems.BothGiven(countName, percentageName)),
        (not null, _) => Share.Count(count.Value),
        _ => Share.Percentage(percentage ?? usual),
    };
}
