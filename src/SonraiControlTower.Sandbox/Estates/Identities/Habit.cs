namespace SonraiControlTower.Sandbox;

/// <summary>What somebody of the estate does again and again, in the last 90 days.</summary>
/// <param name="Call">A word of <see cref="Calls"/>, such as <c>s3:HeadObject</c>: the service and the event's name.</param>
/// <param name="On">What it is done to, as the call needs it: a bucket, a table, a role's ARN. Empty where the call needs nothing.</param>
/// <param name="Times">How often.</param>
internal sealed record Habit(string Call, string On, int Times)
{
    /// <summary>The days before today on which it is done: from the first, so many days ago, to the last.</summary>
    public (int From, int To) DaysAgo { get; init; } = (90, 0);

    /// <summary>Takes a role of another account on.</summary>
    public static Habit Assumes(AccountId account, string role, string session, int times) => new(
        "sts:AssumeRole", $"{SampleAccounts.Role(account, role)}|{session}|arn:aws:sts::{account}:assumed-role/{role}/{session}", times);

    /// <summary>Null where it is allowed; the error that it always ends with otherwise.</summary>
    public CallError? Error { get; init; }
}

/// <summary>How a call ends that does not succeed.</summary>
/// <param name="Code">AWS's code; null for the code that the call's service refuses with.</param>
/// <param name="Message">AWS's sentence; null for the one of a refusal.</param>
internal sealed record CallError(string? Code, string? Message)
{
    /// <summary>Nothing allows it.</summary>
    public static CallError Denied { get; } = new(null, null);

    public bool IsDenial => Code is null;
}
