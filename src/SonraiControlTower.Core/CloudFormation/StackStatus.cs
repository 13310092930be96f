namespace SonraiControlTower;

/// <summary>
/// The states of a stack that something is decided by. Source:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">stack status codes</see>.
/// </summary>
public static class StackStatus
{
    public const string CreateInProgress = "CREATE_IN_PROGRESS";
    public const string CreateComplete = "CREATE_COMPLETE";
    public const string CreateFailed = "CREATE_FAILED";
    public const string UpdateInProgress = "UPDATE_IN_PROGRESS";
    public const string UpdateComplete = "UPDATE_COMPLETE";
    public const string UpdateRollbackComplete = "UPDATE_ROLLBACK_COMPLETE";
    public const string DeleteInProgress = "DELETE_IN_PROGRESS";
    public const string DeleteComplete = "DELETE_COMPLETE";
    public const string DeleteFailed = "DELETE_FAILED";
    /// <summary>It has a change set and nothing else yet.</summary>
    public const string ReviewInProgress = "REVIEW_IN_PROGRESS";
    public const string RollbackInProgress = "ROLLBACK_IN_PROGRESS";

    /// <summary>It could not be made and was taken back. Such a stack can only be deleted.</summary>
    public const string RollbackComplete = "ROLLBACK_COMPLETE";

    /// <summary>True while CloudFormation works on the stack.</summary>
    public static bool IsInProgress(string status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status != ReviewInProgress && status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);
    }

    /// <summary>True if the last thing that was wanted of the stack was done.</summary>
    public static bool IsGood(string status) => status is CreateComplete or UpdateComplete or DeleteComplete or "IMPORT_COMPLETE";
}
