using System.Runtime.CompilerServices;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>Reads pages one after another, each only when it is wanted.</summary>
internal static class Paging
{
    /// <summary>
    /// Streams the items of all pages. The end is a page without a token: an empty page with one is not it
    /// (<see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html">ListAccounts</see>).
    /// </summary>
    public static async IAsyncEnumerable<TItem> ReadAsync<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : IPage<TItem>
    {
        string? token = null;
        do
        {
            var page = await ask(token, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items ?? [])
            {
                yield return item;
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}

/// <summary>One page of a listing.</summary>
internal interface IPage<out TItem>
{
    IReadOnlyList<TItem>? Items { get; }

    string? NextToken { get; }
}
