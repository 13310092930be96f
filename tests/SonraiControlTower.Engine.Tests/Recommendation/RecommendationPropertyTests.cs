using CsCheck;

namespace SonraiControlTower.Engine.Tests.Recommendation;

/// <summary>What holds of any recommendation, with the evaluator as the judge.</summary>
public sealed class RecommendationPropertyTests
{
    private const int Estates = 150;

    [Fact]
    public void Every_call_that_was_seen_is_still_allowed() => Check(estate =>
    {
        var answers = estate.Needs.All();
        var recommended = RandomEstate.Held(answers.SelectMany(answer => answer.RecommendedPolicies));
        var monitored = RandomEstate.Held(answers.SelectMany(answer => answer.MonitoredPolicies));

        foreach (var call in estate.Allowed)
        {
            estate.Allows(recommended, call).ShouldBeTrue($"{call.Action} on {call.Resource}");
            estate.Allows(monitored, call).ShouldBeTrue($"monitored {call.Action} on {call.Resource}");
        }
    });

    [Fact]
    public void Nothing_is_allowed_that_was_not_before() => Check(estate =>
    {
        var answers = estate.Needs.All();
        var recommended = RandomEstate.Held(answers.SelectMany(answer => answer.RecommendedPolicies));
        var monitored = RandomEstate.Held(answers.SelectMany(answer => answer.MonitoredPolicies));

        foreach (var call in RandomEstates.Calls)
        {
            if (!estate.Allows(estate.Needs.Own, call))
            {
                estate.Allows(recommended, call).ShouldBeFalse($"{call.Action} on {call.Resource}");
            }

            if (!estate.Allows(recommended, call))
            {
                estate.Allows(monitored, call).ShouldBeFalse($"monitored {call.Action} on {call.Resource}");
            }
        }
    });

    [Fact]
    public void What_was_only_denied_is_named_by_no_Allow() => Check(estate =>
    {
        var denied = estate.Calls.Select(call => call.Action).Except(estate.Allowed.Select(call => call.Action)).Select(action => Needs.Catalog.Find(action)).ToList();

        foreach (var answer in estate.Needs.All())
        {
            var named = answer.RecommendedPolicies.Concat(answer.MonitoredPolicies).SelectMany(document => Policy.Parse(document).Statements)
                .Where(statement => statement.IsAllow).Select(statement => StatementGrant.Of(statement, Needs.Catalog).Actions);
            named.ShouldAllBe(actions => denied.TrueForAll(action => !actions[action]));
        }
    });

    [Fact]
    public void The_same_is_recommended_each_time() => Check(estate =>
        estate.Needs.All().Select(Picture).ShouldBe(estate.Needs.All().Select(Picture)));

    [Fact]
    public void Documents_are_within_the_limits_and_their_Sids_are_good() => Check(estate =>
    {
        var answers = estate.Needs.All();
        foreach (var answer in answers)
        {
            var limit = answer.PolicyArn is null && !answer.IsTooLongForInline ? PolicyRoom.Inline(IamKind.User) : PolicyRoom.Managed;
            answer.RecommendedPolicies.ShouldAllBe(document => document.Length <= limit);
            answer.MonitoredPolicies.ShouldAllBe(document => document.Length <= limit);
            var sids = answer.RecommendedPolicies.SelectMany(document => Policy.Parse(document).Statements).Select(statement => statement.Sid).OfType<string>().ToList();
            sids.ShouldBeUnique();
            sids.ShouldAllBe(sid => sid.All(char.IsAsciiLetterOrDigit));
        }

        answers.Where(answer => answer.PolicyArn is null && !answer.IsTooLongForInline).Sum(answer => answer.RecommendedPolicies.Sum(document => document.Length))
            .ShouldBeLessThanOrEqualTo(PolicyRoom.Inline(IamKind.User));
    });

    [Fact]
    public void What_is_recommended_is_recommended_to_stay() => Check(estate =>
    {
        var documents = estate.Needs.All().SelectMany(answer => answer.RecommendedPolicies).ToList();
        var again = new Needs { Kind = IamKind.User, Coverage = estate.Needs.Coverage };
        again.Own.AddRange(RandomEstate.Held(documents));
        again.OfGroups.AddRange(estate.Needs.OfGroups);
        foreach (var (action, use) in estate.Needs.Usage.Actions)
        {
            again.Use(Needs.Catalog[action].Name, use);
        }

        var answers = again.All();
        answers.ShouldAllBe(answer => answer.Advice == RecommendationAdvice.Keep);
        answers.SelectMany(answer => answer.RecommendedPolicies).ShouldBe(documents);
    });

    [Fact]
    public void Every_granted_action_is_told_of_once_and_as_the_documents_have_it() => Check(estate =>
    {
        foreach (var answer in estate.Needs.All())
        {
            answer.Actions.Select(action => action.Action).ShouldBeUnique();
            var named = new ActionSet(Needs.Catalog.Count);
            foreach (var statement in answer.RecommendedPolicies.SelectMany(document => Policy.Parse(document).Statements).Where(statement => statement.IsAllow))
            {
                named.UnionWith(StatementGrant.Of(statement, Needs.Catalog).Actions);
            }

            foreach (var action in answer.Actions.Where(action => action.Reason != ActionReason.NotInCatalogue))
            {
                named[Needs.Catalog.Find(action.Action)].ShouldBe(action.IsKept, action.ToString());
            }
        }
    });

    private static string Picture(SonraiPolicyRecommendation answer) =>
        string.Join('\n', [answer.PolicyName, answer.Advice, .. answer.RecommendedPolicies, .. answer.MonitoredPolicies, .. answer.Actions.Select(action => action.ToString())]);

    private static void Check(Action<RandomEstate> property) => RandomEstates.All.Sample(property, iter: Estates);
}
