namespace SonraiControlTower;

/// <summary>An AWS account that Dig monitors (a "PlatformCloudAccount" in its API).</summary>
public sealed record SonraiAccount
{
    /// <summary>The twelve digits. Setting anything else throws <c>MalformedAccountId</c>.</summary>
    public required string AccountId
    {
        get;
        init => field = SonraiControlTower.AccountId.Parse(value).ToString();
    }

    /// <summary>The name of the collector it is registered with.</summary>
    public required string Collector { get; init; }

    /// <summary>Sonrai's resource name of the registration.</summary>
    public required string Srn { get; init; }

    /// <summary>The role that the collector assumes to read the account.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The role that remediation bots assume; null where there is none.</summary>
    public string? BotRoleArn { get; init; }

    /// <summary><c>SonraiControlTower</c> for a registration made through this module; null for one made elsewhere.</summary>
    public string? RegisteredBy { get; init; }

    public override string ToString() => AccountId;
}
