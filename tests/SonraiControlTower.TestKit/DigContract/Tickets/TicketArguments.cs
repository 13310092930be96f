using GraphQL;

namespace SonraiControlTower.TestKit;

/// <summary>What the mutations of tickets and findings are given.</summary>
internal static class TicketArguments
{
    public static IEnumerable<string> Srns(IResolveFieldContext context) =>
        Input(context).TryGetValue("srns", out var srns) && srns is IEnumerable<object?> list ? list.Select(srn => srn?.ToString() ?? "") : [];

    /// <summary>The requests of a bulk operation, in order.</summary>
    public static IEnumerable<IDictionary<string, object?>> Requests(IResolveFieldContext context, string name = "requests") =>
        ContractFilter.Each(Input(context).TryGetValue(name, out var requests) ? requests : null).OfType<IDictionary<string, object?>>();

    public static string Text(IDictionary<string, object?> input, string name) =>
        input.TryGetValue(name, out var text) ? text?.ToString() ?? "" : "";

    public static IDictionary<string, object?> Input(IResolveFieldContext context) =>
        context.GetArgument<IDictionary<string, object?>?>("input") ?? new Dictionary<string, object?>();

    public static DateTimeOffset? SnoozedUntil(IResolveFieldContext context) => context.GetArgument<DateTimeOffset?>("snoozedUntil");
}
