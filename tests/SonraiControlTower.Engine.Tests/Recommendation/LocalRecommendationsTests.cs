namespace SonraiControlTower.Engine.Tests.Recommendation;

public sealed class LocalRecommendationsTests
{
    private static readonly AccountId _account = AccountId.Parse("111122223333");
    private static readonly LogCoverage _coverage = new(Needs.Now.AddDays(-90), Needs.Now, new HashSet<string>());
    private readonly Dictionary<string, PrincipalUsage> _usage = [];
    private Estate _estate = Estate.Empty;

    [Fact]
    public async Task A_group_needs_what_its_members_used()
    {
        Account([User("ada", "g"), User("bob", "G"), User("eve")], [Group("g", """["ec2:RunInstances","ec2:StopInstances","ec2:DescribeVpcs"]""")]);
        Used("ada", "ec2:RunInstances");
        Used("bob", "ec2:StopInstances");
        Used("eve", "ec2:DescribeVpcs");

        var answer = (await ListAsync(new RecommendationQuery { Identities = ["g"] })).ShouldHaveSingleItem();

        answer.IdentityArn.ShouldBe("arn:aws:iam::111122223333:group/g");
        Needs.Lines(answer.RecommendedPolicies).ShouldBe(["UsedOfData: Allow ec2:RunInstances ec2:StopInstances on *"]);
    }

    [Fact]
    public async Task Answers_come_in_the_estates_order_and_by_what_is_asked()
    {
        var users = Enumerable.Range(100, 200).Select(number => User($"u{number}") with { OwnPolicies = [Held("b", "\"ec2:*\""), Held("a", "\"iam:*\"")] }).ToArray();
        Account(users, []);

        var all = await ListAsync(new RecommendationQuery());

        all.Select(answer => $"{answer.IdentityArn[31..]} {answer.PolicyName}").ShouldBe(users.SelectMany(user => new[] { $"{user.Name} b", $"{user.Name} a" }));
        (await ListAsync(new RecommendationQuery { Policies = ["A"] })).Count.ShouldBe(200);
        (await ListAsync(new RecommendationQuery { Identities = ["*:user/u10?"] })).Count.ShouldBe(20);
        (await ListAsync(new RecommendationQuery { Accounts = [AccountId.Parse("999900001111")] })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:instance-profile/web", "arn:aws:iam::111122223333:role/app/web")]
    [InlineData("arn:aws:iam::111122223333:instance-profile/gone", "*")]
    public async Task A_profile_that_was_handed_on_stands_for_its_role(string profile, string resource)
    {
        var role = User("web") with { Arn = "arn:aws:iam::111122223333:role/app/web", Kind = IamKind.Role, InstanceProfileArns = ["arn:aws:iam::111122223333:instance-profile/web"] };
        Account([User("ada") with { OwnPolicies = [Held("p", "\"iam:*\"")] }, role], []);
        _usage["arn:aws:iam::111122223333:user/ada"] = new PrincipalUsage("arn:aws:iam::111122223333:user/ada", PrincipalKind.User, new Dictionary<int, ActionUse>
        {
            [Needs.Catalog.Find("iam:PassRole")] = new(0, 3, 0, Needs.Now, Needs.Now, [profile]),
        });

        var answer = (await ListAsync(new RecommendationQuery())).ShouldHaveSingleItem();

        Needs.Lines(answer.MonitoredPolicies).ShouldBe([$"UsedOfData: Allow iam:PassRole on {resource}"]);
    }

    private static Principal User(string name, params string[] groups) => new()
    {
        Arn = $"arn:aws:iam::111122223333:user/{name}",
        Kind = IamKind.User,
        Account = _account,
        Name = name,
        Path = "/",
        CreatedAt = Needs.Now.AddYears(-1),
        OwnPolicies = [],
        Groups = groups,
    };

    private static Principal Group(string name, string actions) => User(name) with
    {
        Arn = $"arn:aws:iam::111122223333:group/{name}",
        Kind = IamKind.Group,
        OwnPolicies = [Held("p", actions)],
    };

    private static HeldPolicy Held(string name, string actions) => new(name, $"arn:aws:iam::111122223333:policy/{name}", "", Policy.Parse(Needs.Allow(actions)));

    private void Account(Principal[] principals, Principal[] groups) =>
        _estate = new Estate([new AccountIdentities(_account, principals, groups, Guardrails.None)], null);

    private void Used(string user, string action) => _usage[$"arn:aws:iam::111122223333:user/{user}"] = new PrincipalUsage(
        user, PrincipalKind.User, new Dictionary<int, ActionUse> { [Needs.Catalog.Find(action)] = new(1, 0, 0, Needs.Now, Needs.Now, []) });

    private async Task<IReadOnlyList<SonraiPolicyRecommendation>> ListAsync(RecommendationQuery query)
    {
        var usage = new Usage(_usage, new Dictionary<string, LogCoverage> { [_account.ToString()] = _coverage });
        var needs = new PolicyNeeds(() => Needs.Catalog, new FakeTimeProvider(Needs.Now), () => _estate, _ => usage);
        List<SonraiPolicyRecommendation> answers = [];
        await foreach (var answer in new LocalRecommendations(needs).ListAsync(query, default))
        {
            answers.Add(answer);
        }

        return answers;
    }
}
