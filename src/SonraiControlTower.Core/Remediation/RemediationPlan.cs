namespace SonraiControlTower;

/// <summary>How tickets are to be remedied, and through which role.</summary>
public sealed record RemediationPlan
{
    /// <summary>The title of a bot (<see cref="RemediationBots"/>), or <see cref="RemediationMethod.CreatePolicyAndAssign"/>.</summary>
    public string Method { get; init; } = RemediationMethod.CreatePolicyAndAssign;

    /// <summary>Who is to be let assume the role, for the bot that rewrites that; JSON. Null for what the ticket recommends.</summary>
    public string? TrustPolicy { get; init; }

    /// <summary>The names of the policies that are meant; none for all that a ticket tells of.</summary>
    public IReadOnlyList<string> PolicyNames { get; init; } = [];

    /// <summary>Names or ARNs of identities that are changed though they are usually left alone.</summary>
    public IReadOnlyList<string> IncludeProtected { get; init; } = [];

    /// <summary>The role that changes an account.</summary>
    public string BotRoleName { get; init; } = DefaultBotRoleName;

    /// <summary>The role that reads an account: it is left alone.</summary>
    public string RoleName { get; init; } = RegistrationPlan.DefaultRoleName;

    /// <summary>The bot role's path.</summary>
    public string RolePath { get; init; } = "/";

    /// <summary>What the bot role asks for; null to say none.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <summary>The account that the bot role trusts; null where the credentials at hand are its own.</summary>
    public AccountId? CollectorAccount { get; init; }

    /// <summary>The role that opens the collector's account to the credentials at hand. Default: Control Tower's.</summary>
    public string ExecutionRoleName { get; init; } = "AWSControlTowerExecution";

    /// <summary>How many accounts are worked on at a time.</summary>
    public int ThrottleLimit { get; init; } = 8;

    /// <summary>How accounts are entered.</summary>
    internal AccountReadingPlan Entry => new()
    {
        RoleName = BotRoleName,
        RolePath = RolePath,
        ExternalId = ExternalId,
        CollectorAccount = CollectorAccount,
        ExecutionRoleName = ExecutionRoleName,
    };

    /// <summary>The bot role's name where nobody gives another.</summary>
    public const string DefaultBotRoleName = "sonrai-bot-role";
}
