namespace SonraiControlTower;

/// <summary>The bots that this module runs itself. Their titles and ids are those of Sonrai's public bots; what they do is safer.</summary>
public static class RemediationBots
{
    private static readonly KnownBot[] _bots =
    [
        new("9e6d8698-bd4e-11ea-b3de-0242ac130004", ["Apply Recommended/Non-Logged Actions Policy to Identity", "Create policy and assign to identity"], new ApplyPolicyBot(isMonitored: false)),
        new("bc431611-a8de-4196-a550-d45b1dffef04", ["Apply Monitored Actions Policy to Identity"], new ApplyPolicyBot(isMonitored: true)),
        new("1137b248-bd4f-11ea-b3de-0242ac130004", ["Update Managed Policy"], new ApplyPolicyBot(isMonitored: false, inPlace: true)),
        new("17f2200a-bd4f-11ea-b3de-0242ac130004", ["Update role trust policy"], new UpdateTrustBot()),
        new("e5425af5-e343-46e9-9dc9-022cb2c49cd2", ["Detach Directly Attached Managed Policy"], new DetachPoliciesBot(withInline: false)),
        new("cde83101-0cf6-4c79-a1b4-5d575c6c568d", ["Detach Directly Attached Managed and Inline Policy"], new DetachPoliciesBot(withInline: true)),
        new("fffd8674-bd4e-11ea-b3de-0242ac130004", ["Delete role"], new DeleteRoleBot()),
        new("91e7347e-baff-11ea-b3de-0242ac130004", ["Delete AWS User"], new DeleteUserBot()),
        new("f8988237-abd1-4133-9f5a-9f84e57e4018", ["Disable AWS User"], new DisableUserBot()),
        new("da99a192-bd4e-11ea-b3de-0242ac130004", ["Delete Access Key"], new DeleteAccessKeyBot()),
    ];

    /// <summary>The titles, for completion and messages.</summary>
    public static IReadOnlyList<string> Titles { get; } = [.. _bots.Select(bot => bot.Title)];

    /// <summary>The title of the bot that somebody means by a title, an id or an SRN; <see cref="RemediationMethod.CreatePolicyAndAssign"/> for that or nothing.</summary>
    /// <exception cref="SonraiException"><c>BotNotFound</c>.</exception>
    public static string Resolve(string? name) => name is null || name.Equals(RemediationMethod.CreatePolicyAndAssign, StringComparison.OrdinalIgnoreCase)
        ? RemediationMethod.CreatePolicyAndAssign
        : (Array.Find(_bots, bot => bot.IsMeantBy(name)) ?? throw new SonraiException(RemediationProblems.BotNotFound(name, Titles))).Title;

    internal static IRemediationBot Of(string method) =>
        method == RemediationMethod.CreatePolicyAndAssign ? _bots[0].Bot : Array.Find(_bots, bot => bot.IsMeantBy(method))!.Bot;

    private sealed record KnownBot(string Uuid, IReadOnlyList<string> Titles, IRemediationBot Bot)
    {
        public string Title => Titles[0];

        public bool IsMeantBy(string name) =>
            Titles.Contains(name, StringComparer.OrdinalIgnoreCase)
            || name.Equals(Uuid, StringComparison.OrdinalIgnoreCase)
            || name.Equals($"srn:supersonrai::bot/{Uuid}", StringComparison.OrdinalIgnoreCase);
    }
}
