namespace SonraiControlTower;

/// <summary>
/// AWS CloudFormation of one region, operation for operation. Source:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html">AWS CloudFormation API Reference</see>.
/// </summary>
/// <remarks>
/// Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached:
/// <see cref="CloudFormationProblems"/> has those of its own, <see cref="AwsProblems"/> the common ones.
/// </remarks>
public interface ICloudFormation
{
    /// <summary>Stacks of the caller's own account.</summary>
    IStacks Stacks { get; }

    /// <summary>Change sets of stacks.</summary>
    IChangeSets ChangeSets { get; }

    /// <summary>Stack sets.</summary>
    IStackSets StackSets { get; }

    /// <summary>The stacks of stack sets in accounts.</summary>
    IStackInstances StackInstances { get; }

    /// <summary>What is done, or was done, to stack sets and their instances.</summary>
    IStackSetOperations Operations { get; }
}
