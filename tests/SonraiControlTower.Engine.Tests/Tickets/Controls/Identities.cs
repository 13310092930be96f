namespace SonraiControlTower.Engine.Tests.Tickets.Controls;

/// <summary>Identities as control policies look at them.</summary>
internal static class Identities
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private const string Trusting = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    private static readonly AccountId _account = AccountId.Parse("111122223333");
    private static readonly ActionCatalog _catalog = ActionCatalog.Embedded;

    /// <summary>Somebody whose one policy grants some actions, of which some were used, the others unneeded.</summary>
    public static Examined Having(string granted, string used = "", string kind = IamKind.Role, string trust = Trusting)
    {
        var (all, kept) = (SetOf(granted), SetOf(used));
        var principal = new Principal
        {
            Arn = $"arn:aws:iam::{_account}:{kind.ToLowerInvariant()}/one",
            Kind = kind,
            Account = _account,
            Name = "one",
            Path = "/",
            CreatedAt = Now.AddYears(-1),
            OwnPolicies = [],
            Trust = kind == IamKind.Role ? Policy.Parse(trust) : null,
        };
        var policy = new HeldPolicy("wide", null, principal.Arn, Policy.Parse("""{"Version":"2012-10-17","Statement":[]}"""));
        var uses = kept.Actions().ToDictionary(action => action, _ => new ActionUse(1, 0, 0, Now.AddDays(-1), Now.AddDays(-1), []));
        return new Examined
        {
            Identity = principal,
            Needs = [new PolicyNeed(principal, policy, all, kept, kept, RecommendationAdvice.Replace, Coverage: null)],
            Possible = all,
            Unlimited = all,
            Usage = uses.Count == 0 ? null : new PrincipalUsage(principal.Arn, PrincipalKind.Role, uses),
            IsObserved = true,
            Since = Now.AddDays(-90),
            Ground = new ControlGround(Estate.Empty, _catalog),
        };
    }

    /// <summary>In an organization of these accounts, the first of which manages it.</summary>
    public static Examined Among(this Examined one, params string[] accounts) => one with
    {
        Ground = new ControlGround(
            new Estate([], new OrganizationPolicies
            {
                OrganizationId = "o-a1b2c3d4e5",
                ManagementAccount = AccountId.Parse(accounts[0]),
                Parents = accounts.ToDictionary(account => account, _ => "r-a1b2"),
            }),
            _catalog),
    };

    public static ActionSet SetOf(string patterns)
    {
        var set = new ActionSet(_catalog.Count);
        foreach (var pattern in patterns.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            set.UnionWith(_catalog.Matching(pattern));
        }

        return set;
    }
}
