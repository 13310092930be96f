using System.Runtime.CompilerServices;
using SonraiControlTower.Aws.EventBridge.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.EventBridge;

/// <summary>Amazon EventBridge over the wire. No bus is named, which means the default one.</summary>
internal sealed class EventBridgeAdapter(AwsJsonClient client) : IEventBridge
{
    public async Task<EventRule?> DescribeRuleAsync(string name, CancellationToken cancellationToken)
    {
        var wire = await OrNullAsync(client.SendAsync(EventBridgeService.DescribeRule, new(name), cancellationToken)).ConfigureAwait(false);
        return wire is null
            ? null
            : new(wire.Name, wire.Arn, wire.State, Filled(wire.EventPattern), Filled(wire.ScheduleExpression));
    }

    public async IAsyncEnumerable<EventTarget> ListTargetsByRuleAsync(
        string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var targets = Paging.ReadAsync<ListTargetsAnswer, WireTarget>(
            async (token, cancel) => await OrNullAsync(
                client.SendAsync(EventBridgeService.ListTargetsByRule, new(name, token), cancel)).ConfigureAwait(false) ?? new(),
            cancellationToken);
        await foreach (var wire in targets.ConfigureAwait(false))
        {
            yield return new(wire.Id, wire.Arn, wire.DeadLetterConfig?.Arn);
        }
    }

    /// <summary>What a rule says; null if there is no such rule.</summary>
    private static async Task<T?> OrNullAsync<T>(Task<T> asking)
        where T : class
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == "ResourceNotFoundException")
        {
            return null;
        }
    }

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;
}
