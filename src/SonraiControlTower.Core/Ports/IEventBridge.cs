namespace SonraiControlTower;

/// <summary>
/// Amazon EventBridge of one region, the default bus, operation for operation. Source:
/// <see href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html">Amazon EventBridge API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface IEventBridge
{
    /// <summary>A rule by its name (DescribeRule); null if there is none.</summary>
    Task<EventRule?> DescribeRuleAsync(string name, CancellationToken cancellationToken);

    /// <summary>Where a rule sends what it takes (ListTargetsByRule); nothing for a rule that there is not.</summary>
    IAsyncEnumerable<EventTarget> ListTargetsByRuleAsync(string name, CancellationToken cancellationToken);
}
