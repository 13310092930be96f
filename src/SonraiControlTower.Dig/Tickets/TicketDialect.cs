namespace SonraiControlTower.Dig;

/// <summary>
/// The two ways a tenant speaks of the same thing: tickets, and the findings that follow them in newer tenants. Where only names of fields differ,
/// the documents settle it with aliases; the rest is here.
/// </summary>
internal sealed record TicketDialect
{
    /// <summary>The names of tickets.</summary>
    public static TicketDialect Tickets { get; } = new()
    {
        List = "Tickets",
        Evidence = "TicketEvidence",
        Close = "CloseTickets",
        Reopen = "ReopenTickets",
        AcceptRisk = "AcceptRiskTickets",
        Snooze = "SnoozeTickets",
        Assign = "AssignTicketBulk",
        Comment = "CreateTicketCommentBulk",
        CommentVariable = "requests",
        SrnKey = "ticketSrn",
        Swimlane = "swimlaneSrns",
        Framework = "controlFrameworkSrn",
        Resource = "resourceSRN",
        Created = "createdDate",
        Modified = "lastModified",
    };

    /// <summary>The names of findings.</summary>
    public static TicketDialect Findings { get; } = new()
    {
        List = "ListFindings",
        Evidence = "FindingEvidence",
        Close = "CloseFindings",
        Reopen = "ReopenFindings",
        AcceptRisk = "AcceptRiskFindings",
        Snooze = "SnoozeFindings",
        Assign = "AssignFindingBulk",
        Comment = "CreateFindingComments",
        CommentVariable = "comments",
        SrnKey = "findingSrn",
        Swimlane = "swimlanes",
        Framework = "frameworkSrns",
        Resource = "resourceSrn",
        Created = "createdAt",
        Modified = "lastModifiedAt",
    };

    /// <summary>The document that lists them.</summary>
    public required string List { get; init; }

    /// <summary>The document that tells what they know of policies.</summary>
    public required string Evidence { get; init; }

    public required string Close { get; init; }

    public required string Reopen { get; init; }

    public required string AcceptRisk { get; init; }

    public required string Snooze { get; init; }

    public required string Assign { get; init; }

    public required string Comment { get; init; }

    /// <summary>The variable of <see cref="Comment"/> that takes the comments.</summary>
    public required string CommentVariable { get; init; }

    /// <summary>What the SRN is called where one is assigned or commented on.</summary>
    public required string SrnKey { get; init; }

    /// <summary>The filter key of swimlanes.</summary>
    public required string Swimlane { get; init; }

    /// <summary>The filter key of control frameworks.</summary>
    public required string Framework { get; init; }

    /// <summary>The filter key of the resource's SRN.</summary>
    public required string Resource { get; init; }

    /// <summary>The filter key of the time of making.</summary>
    public required string Created { get; init; }

    /// <summary>The filter key of the time of the last change.</summary>
    public required string Modified { get; init; }

    /// <summary>The document that brings tickets to a status.</summary>
    public string MoveTo(string status) => status switch
    {
        TicketStatus.Closed => Close,
        TicketStatus.RiskAccepted => AcceptRisk,
        TicketStatus.Snoozed => Snooze,
        TicketStatus.New => Reopen,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Nothing brings a ticket to it."),
    };
}
