using CsCheck;
using SonraiControlTower.Engine.Tests.Recommendation;

namespace SonraiControlTower.Engine.Tests.Rehearsals;

/// <summary>What holds of any rehearsal, with recommendations and with policies at random.</summary>
public sealed class RehearsalPropertyTests
{
    [Fact]
    public void Recommended_and_monitored_policies_take_away_nothing_that_was_used() => RandomEstates.All.Sample(
        estate =>
        {
            var answers = estate.Needs.All();

            Stages.Try(estate.Needs, Stages.Collection(answers.SelectMany(answer => answer.RecommendedPolicies))).Denied.ShouldBeEmpty();
            Stages.Try(estate.Needs, Stages.Collection(answers.SelectMany(answer => answer.MonitoredPolicies))).Denied.ShouldBeEmpty();
        },
        iter: 150);

    [Fact]
    public void The_policies_that_there_are_take_away_nothing() => RandomEstates.All.Sample(
        estate => Stages.Try(estate.Needs, Stages.Collection(estate.Needs.Own)).Denied.ShouldBeEmpty(), iter: 100);

    [Fact]
    public void Every_used_action_that_is_taken_away_is_told() => RandomEstates.All.Sample(
        estate =>
        {
            foreach (var action in estate.Allowed.Select(call => call.Action).Distinct())
            {
                var less = Stages.Collection(estate.Needs.Own.Select(held => held.Policy.Json)
                    .Append($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"{{action}}","Resource":"*"}]}"""));

                Stages.Try(estate.Needs, less).Denied.Select(denial => denial.Action).Distinct().ShouldBe([action]);
            }
        },
        iter: 100);

    [Fact]
    public void Every_seen_call_that_would_be_lost_is_told_even_where_only_a_pattern_was_kept() => RandomEstates.All.Select(RandomEstates.All, Gen.Int[0, 2]).Sample(
        (estate, other, width) =>
        {
            Widen(estate.Needs, width);
            var after = other.Needs.Own;

            var told = Stages.Try(estate.Needs, Stages.Collection(after)).Denied.Select(denial => denial.Action).ToHashSet();

            foreach (var call in estate.Allowed.Select(call => call with { Context = RequestContext.Unknown }))
            {
                if (estate.Allows(estate.Needs.Own, call) && !estate.Allows(after, call))
                {
                    told.ShouldContain(call.Action, $"{call.Action} on {call.Resource}");
                }
            }
        },
        iter: 2_000);

    /// <summary>Keeps less of what was seen: a pattern of all of a service, or nothing.</summary>
    private static void Widen(Needs needs, int width)
    {
        foreach (var (action, use) in needs.Usage.Actions.Where(one => one.Value.IsUsed).ToList())
        {
            needs.Use(Needs.Catalog[action].Name, use with
            {
                Resources = width switch
                {
                    0 => use.Resources,
                    1 => [.. use.Resources.Select(arn => string.Join(':', arn.Split(':').Take(5)) + ":*").Distinct()],
                    _ => [],
                },
            });
        }
    }
}
