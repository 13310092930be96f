using System.Globalization;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace SonraiControlTower.TestKit;

/// <summary>The page that <c>items</c> asks for.</summary>
internal readonly record struct PageArguments(int? Limit, int? Offset, IDictionary<string, object?>? OrderBy)
{
    public int Start => Offset ?? 0;

    public static PageArguments Of(IResolveFieldContext items) => Read(items.Arguments);

    /// <summary>The first <c>items</c> below a card's field and its page, before the card is given out; no field where the card is asked for none.</summary>
    public static (GraphQLField? Field, PageArguments Page) Below(IResolveFieldContext card)
    {
        var field = card.SubFields?.Values.FirstOrDefault(sub => sub.FieldType.Name == "items").Field;
        IDictionary<string, ArgumentValue>? given = null;
        if (field is not null)
        {
            card.ExecutionContext.ArgumentValues?.TryGetValue(field, out given);
        }

        return (field, Read(given));
    }

    /// <summary>How many items the page may have.</summary>
    public int Size(DigContractOptions options) => Math.Min(
        Limit switch
        {
            null => options.DefaultPageSize,
            -1 => int.MaxValue,
            _ => Limit.Value,
        },
        options.PageCap ?? int.MaxValue);

    private static PageArguments Read(IDictionary<string, ArgumentValue>? given) =>
        new(Number(given, "limit"), Number(given, "offset"), ContractFilter.Map(Value(given, "orderBy")));

    private static int? Number(IDictionary<string, ArgumentValue>? given, string name) =>
        Value(given, name) is { } number
            ? (int)Math.Clamp(Convert.ToInt64(number, CultureInfo.InvariantCulture), int.MinValue, int.MaxValue)
            : null;

    private static object? Value(IDictionary<string, ArgumentValue>? given, string name) =>
        given is not null && given.TryGetValue(name, out var argument) ? argument.Value : null;
}
