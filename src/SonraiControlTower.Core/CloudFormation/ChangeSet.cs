namespace SonraiControlTower;

/// <summary>
/// What a stack would be changed by
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html">DescribeChangeSet</see>).
/// </summary>
/// <param name="Id">Its ARN.</param>
/// <param name="StackId">The stack.</param>
/// <param name="Status">A word of <see cref="ChangeSetStatus"/>, or one on the way there.</param>
/// <param name="StatusReason">Why, in AWS's words.</param>
/// <param name="HasNoChanges">True where AWS failed it because the stack already is as wanted.</param>
/// <param name="Changes">The resources that it touches.</param>
public sealed record ChangeSet(
    string Id, string StackId, string Status, string? StatusReason, bool HasNoChanges, IReadOnlyList<ResourceChange> Changes);

/// <summary>The states of a change set that something is decided by.</summary>
public static class ChangeSetStatus
{
    public const string CreateComplete = "CREATE_COMPLETE";
    public const string Failed = "FAILED";
}

/// <summary>
/// What becomes of one resource
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html">ResourceChange</see>).
/// </summary>
/// <param name="Action">Add, Modify or Remove.</param>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="PhysicalId">Its name in AWS; null for what is to be made.</param>
/// <param name="ResourceType">Such as <c>AWS::IAM::Role</c>.</param>
/// <param name="Replacement">True, False or Conditional for a modification: whether another is made in its place; else null.</param>
public sealed record ResourceChange(string Action, string LogicalId, string? PhysicalId, string ResourceType, string? Replacement);

/// <summary>A change set that is to be made.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens, 128 at most.</param>
/// <param name="IsForNewStack">True to make the stack (CREATE); false to change one that is there (UPDATE).</param>
/// <param name="Stack">What the stack is to be; its token is the change set's.</param>
public sealed record ChangeSetRequest(string Name, bool IsForNewStack, StackRequest Stack);
