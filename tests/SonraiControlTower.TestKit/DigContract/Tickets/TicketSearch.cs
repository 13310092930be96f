using GraphQL;
using GraphQLParser.AST;

namespace SonraiControlTower.TestKit;

/// <summary>A list of tickets or findings that was asked for, and its page.</summary>
internal sealed class TicketSearch
{
    private readonly ContractTickets _tickets;
    private readonly Predicate<ContractTicket> _isMeant;
    private readonly GraphQLField? _items;

    private TicketSearch(ContractTickets tickets, Predicate<ContractTicket> isMeant, GraphQLField? items, PageArguments page)
    {
        (_tickets, _isMeant, _items) = (tickets, isMeant, items);
        Page = tickets.Page(isMeant, page);
    }

    /// <summary>The page of the first <c>items</c>; the one that nobody asked anything of where there is none.</summary>
    public IReadOnlyList<ContractTicket> Page { get; }

    public long Total => _tickets.Count(_isMeant);

    /// <summary>INVARIANT: as with every card, a page that is too large makes the card null and not only its items.</summary>
    public static TicketSearch Of(ContractTenant tenant, ContractWhere<ContractTicket> where, IResolveFieldContext context)
    {
        var (items, page) = PageArguments.Below(context);
        var isMeant = where.Read(context.GetArgument<IDictionary<string, object?>?>("where"));
        var search = new TicketSearch(tenant.Tickets, isMeant, items, page);
        return search.Page.Count <= tenant.Options.LargestPage ? search : throw ContractRefusal.TooLarge();
    }

    public IReadOnlyList<ContractTicket> PageOf(IResolveFieldContext items) =>
        ReferenceEquals(items.FieldAst, _items) ? Page : _tickets.Page(_isMeant, PageArguments.Of(items));
}
