using System.Globalization;
using GraphQL;
using GraphQLParser.AST;

namespace SonraiControlTower.TestKit;

/// <summary>What a list query found, before <c>items</c> takes its page of it.</summary>
internal sealed record ContractCard(IReadOnlyList<object> Found)
{
    /// <summary>
    /// INVARIANT: a page that is too large makes the whole card null, not only its items, as public clients saw it. That is why the page asked
    /// for is looked up before the card is given out.
    /// </summary>
    public static ContractCard Of(IEnumerable<object> found, IResolveFieldContext context, DigContractOptions options)
    {
        var card = new ContractCard([.. found]);
        var items = context.SubFields?.Values.FirstOrDefault(sub => sub.FieldType.Name == "items").Field;
        if (items is not null && card.PageOf(Argument(items, "limit", context), Argument(items, "offset", context), options).Count > options.LargestPage)
        {
            throw new ContractRefusal("Unexpected exception while fetching Grpc data.");
        }

        return card;
    }

    public IReadOnlyList<object> PageOf(int? limit, int? offset, DigContractOptions options)
    {
        var size = limit switch
        {
            null => options.DefaultPageSize,
            -1 => int.MaxValue,
            _ => limit.Value,
        };
        return [.. Found.Skip(offset ?? 0).Take(Math.Min(size, options.PageCap ?? int.MaxValue))];
    }

    private static int? Argument(GraphQLField field, string name, IResolveFieldContext context) =>
        field.Arguments?.FirstOrDefault(argument => argument.Name.Value == name)?.Value switch
        {
            GraphQLIntValue literal => int.Parse(literal.Value.ToString(), CultureInfo.InvariantCulture),
            GraphQLVariable variable => context.Variables.ValueFor(variable.Name.StringValue, out var value) ? value.Value as int? : null,
            _ => null,
        };
}
