using System.Collections;
using System.Management.Automation;

namespace SonraiControlTower.Binding;

/// <summary>Lets a parameter that takes users and roles take tickets about some, too: a ticket tells account, kind and name, and no ARN.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PrincipalTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Plain(inputData) switch
    {
        SonraiTicket ticket => Patterns(ticket),
        IEnumerable several and not string when several.Cast<object?>().Any(one => Plain(one) is SonraiTicket) =>
            several.Cast<object?>().SelectMany(one => Plain(one) is SonraiTicket ticket ? Patterns(ticket) : [one!]).ToArray(),
        _ => inputData,
    };

    private static object[] Patterns(SonraiTicket ticket) => TicketResource.PrincipalPatterns(ticket) is { Count: > 0 } patterns
        ? [.. patterns]
        : throw new ArgumentTransformationMetadataException($"The ticket '{ticket}' names no user or role of AWS.");

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
