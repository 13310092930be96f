using GraphQL;

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
        if (PageArguments.Below(context) is (not null, var page) && card.PageOf(page, options).Count > options.LargestPage)
        {
            throw ContractRefusal.TooLarge();
        }

        return card;
    }

    public IReadOnlyList<object> PageOf(PageArguments page, DigContractOptions options) => [.. Found.Skip(page.Start).Take(page.Size(options))];
}
