namespace SonraiControlTower;

/// <summary>One step of a remediation: one change of IAM, or a look at it.</summary>
/// <param name="Change">What is done.</param>
/// <param name="State">A word of <see cref="StepState"/>.</param>
public sealed record RemediationStep(IamChange Change, string State = StepState.Pending)
{
    public override string ToString() => $"{Change} ({State})";
}

/// <summary>How far a step has come.</summary>
public static class StepState
{
    /// <summary>Not begun.</summary>
    public const string Pending = "Pending";

    /// <summary>Written down as begun; it may be done or not.</summary>
    public const string Begun = "Begun";

    public const string Done = "Done";

    /// <summary>Done or begun, and taken back.</summary>
    public const string Reverted = "Reverted";
}
