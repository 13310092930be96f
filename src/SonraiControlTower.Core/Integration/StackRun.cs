using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>Follows what happens to a stack until CloudFormation is done with it, and keeps the first thing that failed.</summary>
/// <param name="stacks">CloudFormation of the stack's region.</param>
/// <param name="clock">The clock of the pauses between two looks.</param>
internal sealed class StackRun(IStacks stacks, TimeProvider clock)
{
    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(10);
    private string? _lastSeen;

    /// <summary>The first event that says that a resource failed by itself; null while none did.</summary>
    public StackEvent? Failure { get; private set; }

    /// <summary>The stack as it was at the last look; null where there is none.</summary>
    public CloudFormationStack? Stack { get; private set; }

    /// <summary>Takes what happened before now for seen. A stack that does not exist has seen nothing.</summary>
    public async Task SkipAsync(string nameOrId, CancellationToken cancellationToken)
    {
        Stack = await stacks.DescribeAsync(nameOrId, cancellationToken).ConfigureAwait(false);
        _lastSeen = Stack is null
            ? null
            : (await stacks.ListEventsAsync(Stack.Id, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false))?.EventId;
    }

    /// <summary>Gives each event once, the oldest first, until the stack no longer changes.</summary>
    public async IAsyncEnumerable<StackEvent> FollowAsync(string stackId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pause = new Pause(clock, _firstLook, _longestLook);
        while (true)
        {
            // The state first: what happened up to it is then among the events.
            Stack = await stacks.DescribeAsync(stackId, cancellationToken).ConfigureAwait(false);
            if (Stack is null)
            {
                yield break;
            }

            foreach (var happened in await NewAsync(Stack.Id, cancellationToken).ConfigureAwait(false))
            {
                Failure ??= IsFailure(happened) ? happened : null;
                yield return happened;
            }

            if (!StackStatus.IsInProgress(Stack.Status))
            {
                yield break;
            }

            await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<StackEvent>> NewAsync(string stackId, CancellationToken cancellationToken)
    {
        var fresh = await stacks.ListEventsAsync(stackId, cancellationToken)
            .TakeWhile(one => one.EventId != _lastSeen).ToListAsync(cancellationToken).ConfigureAwait(false);
        _lastSeen = fresh.FirstOrDefault()?.EventId ?? _lastSeen;
        fresh.Reverse();
        return fresh;
    }

    /// <summary>What was broken off because another resource failed is that one's consequence.</summary>
    private static bool IsFailure(StackEvent happened) =>
        happened is { Status: { } status, StatusReason: { } reason }
        && status.EndsWith("_FAILED", StringComparison.Ordinal)
        && !reason.StartsWith("Resource creation cancelled", StringComparison.Ordinal)
        && !reason.StartsWith("Resource update cancelled", StringComparison.Ordinal);
}
