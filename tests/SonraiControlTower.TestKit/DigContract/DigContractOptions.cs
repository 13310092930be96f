namespace SonraiControlTower.TestKit;

/// <summary>How a contract server behaves where public clients leave it open or contradict each other.</summary>
public sealed record DigContractOptions
{
    /// <summary>The tenant's id, as its tokens carry it.</summary>
    public string Org { get; init; } = "crc90210";

    /// <summary>The time by which tokens end.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How many items a page has when nobody asks for a number.</summary>
    public int DefaultPageSize { get; init; } = 100;

    /// <summary>A page with more items than this is answered with the error for results that are too large.</summary>
    public int LargestPage { get; init; } = 4000;

    /// <summary>When set, no page has more items than this, whatever was asked for, and nothing is said about it.</summary>
    public int? PageCap { get; init; }

    /// <summary>The shortest token life granted, in seconds.</summary>
    public int ShortestTokenLife { get; init; } = 7200;

    /// <summary>The longest token life granted, in seconds.</summary>
    public int LongestTokenLife { get; init; } = 2_592_000;

    /// <summary>When set, no token lives longer, and nothing is said about it but in <c>expireAt</c>.</summary>
    public TimeSpan? GrantAtMost { get; init; }

    /// <summary>Whether <c>expireAt</c> is seconds since 1970 rather than ISO 8601.</summary>
    public bool ExpireAtAsEpoch { get; init; }

    /// <summary>Whether blobs come back as text rather than as objects.</summary>
    public bool BlobAsText { get; init; }

    /// <summary>Whether the tenant offers <c>DeleteSonraiUserToken</c>.</summary>
    public bool OffersTokenRemoval { get; init; } = true;

    /// <summary>Whether the tenant offers <c>UpdatePlatformcloudaccount</c>.</summary>
    public bool OffersAccountUpdate { get; init; } = true;

    /// <summary>Whether the tenant offers <c>UpdateControlFramework</c>.</summary>
    public bool OffersFrameworkUpdate { get; init; } = true;

    /// <summary>Whether the frameworks of such a tenant know swimlanes, for reading and writing.</summary>
    public bool OffersFrameworkSwimlanes { get; init; } = true;

    /// <summary>Whether the tenant offers <c>Bots</c>.</summary>
    public bool OffersBots { get; init; } = true;

    /// <summary>Whether the tenant offers tickets.</summary>
    public bool OffersTickets { get; init; } = true;

    /// <summary>Whether such a tenant's tickets carry their evidence.</summary>
    public bool OffersTicketEvidence { get; init; } = true;

    /// <summary>Whether such a tenant's tickets carry their comments.</summary>
    public bool OffersTicketComments { get; init; } = true;

    /// <summary>Whether the tenant offers findings.</summary>
    public bool OffersFindings { get; init; }

    /// <summary>Whether evidence comes as text rather than as an object.</summary>
    public bool EvidenceAsText { get; init; }
}
