namespace SonraiControlTower;

/// <summary>
/// An account of an AWS organization, as
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html">Organizations' Account</see> has it, with its
/// place in the tree of organizational units.
/// </summary>
public sealed record OrgAccount
{
    /// <summary>The state in which an account can be worked with.</summary>
    public const string Active = "ACTIVE";

    /// <summary>The twelve digits. Setting anything else throws <c>MalformedAccountId</c>.</summary>
    public required string AccountId
    {
        get;
        init => field = SonraiControlTower.AccountId.Parse(value).ToString();
    }

    /// <summary>The account's name in the organization.</summary>
    public required string Name { get; init; }

    /// <summary>PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE or CLOSED. AWS calls it State now and Status before; this is either.</summary>
    public required string Status { get; init; }

    /// <summary>The path of names from the root, such as <c>/Workloads/Prod</c>; <c>/</c> is the root itself. Null where it is not known.</summary>
    public string? OrganizationalUnitPath { get; init; }

    /// <summary>The id of the parent: an OU (<c>ou-…</c>) or the root (<c>r-…</c>). Null where it is not known.</summary>
    public string? OrganizationalUnitId { get; init; }

    /// <summary>The address of the root user.</summary>
    public string? Email { get; init; }

    /// <summary><c>arn:PARTITION:organizations::MANAGEMENT:account/ORGANIZATION/ACCOUNT</c>.</summary>
    public string? Arn { get; init; }

    /// <summary>INVITED or CREATED.</summary>
    public string? JoinedMethod { get; init; }

    /// <summary>When the account became part of the organization.</summary>
    public DateTimeOffset? JoinedTimestamp { get; init; }

    /// <summary>The organization the account belongs to (<c>o-…</c>); null where it is not known.</summary>
    public string? OrganizationId => AccountArn.TryParse(Arn)?.OrganizationId;

    /// <summary>True for the account that pays for and manages the organization.</summary>
    public bool IsManagementAccount => AccountArn.TryParse(Arn)?.ManagementAccountId == AccountId;

    /// <summary>True for an account that can be worked with.</summary>
    public bool IsActive => Status == Active;

    public override string ToString() => $"{Name} ({AccountId})";
}
