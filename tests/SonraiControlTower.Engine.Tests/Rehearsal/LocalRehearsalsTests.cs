using SonraiControlTower.Engine.Tests.Evaluation;
using SonraiControlTower.Engine.Tests.Recommendation;

namespace SonraiControlTower.Engine.Tests.Rehearsals;

public sealed class LocalRehearsalsTests
{
    private const string Role = "arn:aws:iam::111122223333:role/web";

    [Fact]
    public void A_used_action_that_is_taken_away_is_told_with_its_last_use_and_what_stops_it()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:*\"")).Used("s3:GetObject", "arn:aws:s3:::data/1").Used("s3:PutObject", "arn:aws:s3:::data/1");

        var rehearsal = Stages.Try(needs, Stages.Collection(Needs.Allow("\"s3:GetObject\"")));

        rehearsal.Tried.ShouldBe(2);
        rehearsal.Denied.ShouldBe(
            [new RehearsedDenial("s3:PutObject", "arn:aws:s3:::data/1", Needs.Now.AddDays(-2), "ImplicitlyDenied by IdentityPolicy")]);
        (rehearsal.LogsFrom, rehearsal.LogsTo, rehearsal.IsBlind).ShouldBe((Needs.Now.AddDays(-90), Needs.Now, false));
    }

    [Fact]
    public void A_statement_that_denies_is_named()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:*\"")).Used("s3:GetObject", "arn:aws:s3:::data/1");

        var rehearsal = Stages.Try(needs, Stages.Collection(
            Needs.Allow("\"s3:*\""),
            """{"Version":"2012-10-17","Statement":[{"Sid":"NoData","Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/*"}]}"""));

        rehearsal.Denied.ShouldHaveSingleItem().Reason.ShouldBe("ExplicitlyDenied by IdentityPolicy, p1 NoData");
    }

    [Fact]
    public void Many_denials_that_all_overlap_are_tried_up_to_a_bound()
    {
        var denied = string.Join(',', Enumerable.Range(0, 200).Select(part => $"\"arn:aws:s3:::data/*part{part}/*\""));
        var policies = new PolicySet
        {
            Identity = [Requests.Held("p", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":[{{denied}}]}]}""")],
        };

        var places = new RehearsedPlaces(policies, policies).Of(PolicyWorld.Request("s3:GetObject", "arn:aws:s3:::data/*")).Select(place => place.ToString()).ToList();

        places.Count.ShouldBe(10_000);
        places.Distinct().Count().ShouldBe(places.Count);
        places.ShouldContain("arn:aws:s3:::data/*part199/*");
    }

    [Fact]
    public void What_another_call_asks_for_counts_as_used()
    {
        var needs = new Needs().Managed(Needs.Allow("\"iam:*\"")).Inferred("iam:PassRole", "arn:aws:iam::111122223333:role/app");

        Stages.Try(needs, Stages.Collection()).Denied.ShouldHaveSingleItem().Action.ShouldBe("iam:PassRole");
    }

    [Fact]
    public void What_was_only_denied_or_used_before_the_time_that_counts_is_not_tried()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:*\"")).Used("s3:GetObject", "arn:aws:s3:::data/1").Denied("s3:PutObject");

        var rehearsal = Stages.Try(needs, Stages.Collection(), since: Needs.Now.AddDays(-1));

        (rehearsal.Tried, rehearsal.Denied.Count, rehearsal.IsBlind).ShouldBe((0, 0, false));
        Stages.Try(needs, Stages.Collection(), since: Needs.Now.AddDays(-2)).Denied.Count.ShouldBe(1);
    }

    [Fact]
    public void What_the_policies_deny_already_is_not_lost()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::other/*\"")).Used("s3:GetObject", "arn:aws:s3:::data/1");

        Stages.Try(needs, Stages.Collection(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::other/*\""))).Denied.ShouldBeEmpty();
    }

    [Fact]
    public void An_action_whose_recorded_resource_no_policy_names_must_stay_allowed_somewhere()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::data/*\"")).Used("s3:GetObject", "arn:aws:s3:::data");

        Stages.Try(needs, Stages.Collection()).Denied.ShouldBe(
            [new RehearsedDenial("s3:GetObject", "arn:aws:s3:::data", Needs.Now.AddDays(-2), "no policy allows it on any resource")]);
    }

    [Theory]
    [InlineData("""["arn:aws:s3:::data/in/*","arn:aws:s3:::data/out/*"]""", null)]
    [InlineData("\"arn:aws:s3:::data/*\"", null)]
    [InlineData("\"arn:aws:s3:::data/in/*\"", "arn:aws:s3:::data/out/*")]
    public void A_pattern_of_resources_must_stay_allowed_in_every_part_that_is_allowed_now(string after, string? lost)
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:GetObject\"", """["arn:aws:s3:::data/in/*","arn:aws:s3:::data/out/*"]"""))
            .Used("s3:GetObject", "arn:aws:s3:::data/*");

        var denied = Stages.Try(needs, Stages.Collection(Needs.Allow("\"s3:GetObject\"", after))).Denied;

        denied.Select(denial => denial.Resource).ShouldBe(lost is null ? [] : [lost]);
    }

    [Fact]
    public void A_part_of_a_pattern_that_is_denied_is_told()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:GetObject\"")).Used("s3:GetObject", "arn:aws:s3:::data/*");

        var denied = Stages.Try(needs, Stages.Collection(
            Needs.Allow("\"s3:GetObject\""),
            """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::*/secret"}]}""")).Denied;

        denied.ShouldHaveSingleItem().Resource.ShouldBe("arn:aws:s3:::data/secret");
    }

    [Fact]
    public void Where_no_record_tells_on_what_every_resource_that_is_allowed_must_stay_so()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:GetObject\"", """["arn:aws:s3:::a/*","arn:aws:s3:::b/*"]""")).Used("s3:GetObject");

        Stages.Try(needs, Stages.Collection(needs.Own)).Denied.ShouldBeEmpty();
        var denial = Stages.Try(needs, Stages.Collection(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::a/*\""))).Denied.ShouldHaveSingleItem();
        (denial.Resource, denial.Reason).ShouldBe(("*", "ImplicitlyDenied by IdentityPolicy, on arn:aws:s3:::b/*"));
    }

    [Fact]
    public void What_is_allowed_for_sure_must_not_come_to_hang_on_a_condition()
    {
        const string Condition = ""","Condition":{"StringEquals":{"aws:RequestedRegion":"us-east-1"}}""";
        var needs = new Needs().Managed(Needs.Allow("\"s3:GetObject\"")).Used("s3:GetObject", "arn:aws:s3:::data/1");
        var bound = new Needs().Managed(Needs.Allow("\"s3:GetObject\"", more: Condition)).Used("s3:GetObject", "arn:aws:s3:::data/1");

        Stages.Try(needs, Stages.Collection(Needs.Allow("\"s3:GetObject\"", more: Condition))).Denied.ShouldHaveSingleItem().Reason.ShouldStartWith("Conditional by");
        Stages.Try(bound, Stages.Collection(Needs.Allow("\"s3:GetObject\"", more: Condition))).Denied.ShouldBeEmpty();
    }

    [Fact]
    public void A_boundary_that_is_to_be_narrower_is_tried_too()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:*\"")).Used("s3:GetObject", "arn:aws:s3:::data/1");
        var own = Stages.Collection(needs.Own);

        var denied = Stages.Try(needs, own with { Boundary = Needs.Allow("\"ec2:*\"") }).Denied;

        denied.ShouldHaveSingleItem().Reason.ShouldBe("ImplicitlyDenied by PermissionsBoundary");
    }

    [Fact]
    public void A_profile_that_was_handed_on_stands_for_its_role()
    {
        const string Profile = "arn:aws:iam::111122223333:instance-profile/app";
        var needs = new Needs().Managed(Needs.Allow("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/*\"")).Inferred("iam:PassRole", Profile);
        var app = needs.Identity with { Arn = "arn:aws:iam::111122223333:role/app", Name = "app", InstanceProfileArns = [Profile] };
        var known = Stages.Of([app, needs.Identity], [], needs.Coverage, (Role, needs.Usage));

        var denied = Stages.Try(
            known, Role, Stages.Collection(needs.Own), Stages.Collection(Needs.Allow("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/web\""))).Denied;

        denied.ShouldHaveSingleItem().Resource.ShouldBe("arn:aws:iam::111122223333:role/app");
    }

    [Fact]
    public void A_group_is_tried_with_each_member_and_what_it_has_besides()
    {
        var group = Member("g") with { Arn = "arn:aws:iam::111122223333:group/g", Kind = IamKind.Group };
        var held = Held(group.Arn, "\"s3:*\"");
        var (ada, bob) = (Member("ada") with { Groups = ["g"], GroupPolicies = [held] }, Member("bob") with { Groups = ["G"], GroupPolicies = [held] });
        var known = Stages.Of(
            [ada with { OwnPolicies = [Held(ada.Arn, "\"s3:GetObject\"")] }, bob, Member("eve")], [group], new Needs().Coverage,
            (ada.Arn, new Needs().Used("s3:GetObject", "arn:aws:s3:::data/ada").Usage), (bob.Arn, new Needs().Used("s3:GetObject", "arn:aws:s3:::data/bob").Usage),
            ("arn:aws:iam::111122223333:user/eve", new Needs().Used("s3:GetObject", "arn:aws:s3:::data/eve").Usage));

        var rehearsal = Stages.Try(known, group.Arn, Stages.Collection([held]), Stages.Collection());

        rehearsal.Tried.ShouldBe(2);
        rehearsal.Denied.Select(denial => denial.Resource).ShouldBe(["arn:aws:s3:::data/bob"]);
    }

    [Fact]
    public void A_group_without_members_does_nothing_which_is_known()
    {
        var group = Member("g") with { Arn = "arn:aws:iam::111122223333:group/g", Kind = IamKind.Group };

        var rehearsal = Stages.Try(Stages.Of([], [group], new Needs().Coverage), group.Arn, Stages.Collection(), Stages.Collection());

        (rehearsal.Tried, rehearsal.IsBlind).ShouldBe((0, false));
    }

    [Fact]
    public void Without_logs_or_without_the_identity_nothing_is_known()
    {
        var needs = new Needs { Coverage = null }.Managed(Needs.Allow("\"s3:*\""));
        var stranger = Stages.Try(Stages.Of(new Needs()), "arn:aws:iam::111122223333:role/gone", Stages.Collection(needs.Own), Stages.Collection());

        Stages.Try(needs, Stages.Collection()).IsBlind.ShouldBeTrue();
        (stranger.IsBlind, stranger.Denied.Count).ShouldBe((true, 0));
    }

    [Fact]
    public void A_policy_that_is_none_is_named()
    {
        var wrong = Should.Throw<SonraiException>(() => Stages.Try(new Needs(), new PolicyCollection([new PolicyText("mine", null, "{\"Statement\":7}")])));

        (wrong.Problem.Id, wrong.Problem.Message.Contains("mine", StringComparison.Ordinal)).ShouldBe(("PolicyMalformed", true));
    }

    private static Principal Member(string name) => new()
    {
        Arn = $"arn:aws:iam::111122223333:user/{name}",
        Kind = IamKind.User,
        Account = AccountId.Parse(Stages.Account),
        Name = name,
        Path = "/",
        CreatedAt = Needs.Now.AddYears(-1),
        OwnPolicies = [],
    };

    private static HeldPolicy Held(string holder, string actions) => new("p", null, holder, Policy.Parse(Needs.Allow(actions)));
}
