namespace SonraiControlTower.TestKit;

/// <summary>A ticket, or a finding, as a test wants it. What is left out is that of an unused permission in AWS.</summary>
public sealed record ContractTicketSeed
{
    /// <summary>What it is about; the title of its policy too.</summary>
    public string Title { get; init; } = "AWS Roles: Unused Sensitive Permissions";

    /// <summary>The name of the resource.</summary>
    public string ResourceName { get; init; } = "app-deployer";

    /// <summary>The SRN of the resource; where it is not given, that of a role of this name in this account.</summary>
    public string ResourceSrn
    {
        get => field ?? $"srn:aws:iam::{Account}/Role/Role/{ResourceName}";
        init;
    }

    /// <summary>What the resource is.</summary>
    public string ResourceLabel { get; init; } = "Role";

    /// <summary>The number of the account that it is in.</summary>
    public string Account { get; init; } = "210987654321";

    /// <summary>NEW, CLOSED, SNOOZED or RISK_ACCEPTED.</summary>
    public string Status { get; init; } = "NEW";

    /// <summary>CRITICAL, HIGH, MEDIUM, LOW or INFORMATIONAL.</summary>
    public string SeverityCategory { get; init; } = "HIGH";

    /// <summary>From 0 to 100.</summary>
    public long SeverityNumeric { get; init; } = 75;

    /// <summary>Policy or Custom.</summary>
    public string TicketType { get; init; } = "Policy";

    /// <summary>The SRN of the control policy that raised it.</summary>
    public string TicketKey { get; init; } = "srn:supersonrai::ControlPolicy/unused-sensitive-permissions";

    /// <summary>The SRN of the framework that the policy belongs to; null for none.</summary>
    public string? FrameworkSrn { get; init; }

    /// <summary>The SRNs of the swimlanes that it lies in.</summary>
    public IReadOnlyList<string> SwimlaneSrns { get; init; } = [];

    /// <summary>The environment that the resource belongs to; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>The SRN of the user that it is given to; null for nobody.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>When it was raised; thirty days ago by the server's clock where it is not given.</summary>
    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>When its cause was first seen; when it was raised where it is not given.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When its cause was last seen; an hour ago by the server's clock where it is not given.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>The policy evidence as JSON; null for none.</summary>
    public string? Evidence { get; init; }
}
