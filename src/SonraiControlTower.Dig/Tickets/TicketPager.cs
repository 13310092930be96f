using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// Reads tickets page by page while they change: whoever closes what a page brought takes it out of the list, and what comes behind moves up past
/// the next offset. So each page begins with an item of the page before; where that has moved, it goes back until it meets what it knows, or the
/// beginning. What comes again is left out.
/// </summary>
/// <remarks>A tenant's count is that of the page, and it may give fewer than asked for: only a page with nothing new is the end.</remarks>
internal sealed class TicketPager(PageReader reader, int pageSize)
{
    /// <summary>The tickets that pass, from an offset on.</summary>
    /// <param name="document">The list, with its filter.</param>
    /// <param name="variables">What the filter takes.</param>
    /// <param name="start">How many are left out at the beginning.</param>
    /// <param name="most">How many will be read; null where that is not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<WireTicket> ReadAsync(
        GraphQLDocument document, JsonObject variables, int start, int? most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<UInt128>();
        var limit = Math.Min(pageSize, Math.Max(most ?? pageSize, 1));
        var next = start;

        // Stepping back is worth it only while it brings something new: a tenant without a stable order would lead us round in circles.
        var mayStepBack = true;
        while (true)
        {
            var overlap = next > start ? 1 : 0;
            var (card, taken) = await reader.ReadAsync(
                document, variables, WireJson.Default.CardWireTicket, next - overlap, limit + overlap, cancellationToken).ConfigureAwait(false);
            limit = Math.Min(limit, taken);
            var items = card.Items!.OfType<WireTicket>().Where(one => one.Srn is not null).ToList();
            if (overlap == 1 && mayStepBack && (items.Count == 0 || !seen.Contains(Mark(items[0].Srn!))))
            {
                next = Math.Max(start, next - limit);
                continue;
            }

            var isNew = false;
            foreach (var item in items.Where(one => seen.Add(Mark(one.Srn!))))
            {
                isNew = true;
                yield return item;
            }

            if (card.Items!.Count <= overlap)
            {
                yield break;
            }

            mayStepBack = isNew;
            next += card.Items.Count - overlap;
        }
    }

    /// <summary>Stands for an SRN in a fifth of its memory: a tenant may have a hundred thousand tickets, and all of them are remembered.</summary>
    private static UInt128 Mark(string srn)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(srn.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
