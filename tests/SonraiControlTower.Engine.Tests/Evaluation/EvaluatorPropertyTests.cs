using CsCheck;

namespace SonraiControlTower.Engine.Tests.Evaluation;

public sealed class EvaluatorPropertyTests
{
    private static readonly string[] _resources = ["*", "arn:aws:s3:::a/b", "arn:aws:s3:::a/c", "arn:aws:s3:::Ana/b", "arn:aws:s3:::vpc-1/b", "arn:aws:s3:::x"];

    [Fact]
    public void Adding_a_deny_never_grants() => Gen.Select(PolicyWorld.Any, PolicyWorld.OneStatement).Sample(
        (world, statement) =>
        {
            var deny = statement.Replace("\"Allow\"", "\"Deny\"", StringComparison.Ordinal);

            ShouldNotGrant(world, world with { Identity = [.. world.Identity, [deny]] });
        },
        iter: 1_000);

    [Fact]
    public void The_order_of_statements_and_policies_never_matters() => PolicyWorld.Any.Sample(
        world => Ranks(world with { Identity = [.. world.Identity.Reverse().Select(policy => policy.Reverse().ToArray())] }).ShouldBe(Ranks(world)),
        iter: 1_000);

    [Fact]
    public void Removing_an_allow_never_grants() => PolicyWorld.Any.Sample(
        world =>
        {
            var fewer = world.Identity.Select(policy => policy.Skip(policy[0].Contains("\"Allow\"", StringComparison.Ordinal) ? 1 : 0).ToArray());

            ShouldNotGrant(world, world with { Identity = [.. fewer] });
        },
        iter: 1_000);

    [Fact]
    public void A_service_control_policy_only_narrows() => Gen.Select(PolicyWorld.Any, PolicyWorld.OneStatement).Sample(
        (world, statement) => ShouldNotGrant(world, world with { ServiceControl = [.. world.ServiceControl, [statement]] }), iter: 1_000);

    [Fact]
    public void A_resource_control_policy_only_narrows() => Gen.Select(PolicyWorld.Any, PolicyWorld.OneStatement).Sample(
        (world, statement) => ShouldNotGrant(world, world with { ResourceControl = [.. world.ResourceControl, [statement]] }), iter: 1_000);

    [Fact]
    public void A_boundary_only_narrows() => Gen.Select(PolicyWorld.Any, PolicyWorld.OneStatement).Sample(
        (world, statement) => ShouldNotGrant(world with { Boundary = [] }, world with { Boundary = [[statement]] }), iter: 1_000);

    [Fact]
    public void Knowing_more_of_a_request_never_turns_a_sure_answer() => PolicyWorld.Any.Sample(
        world =>
        {
            var known = RequestContext.Of([KeyValuePair.Create("aws:SourceVpc", (IReadOnlyList<string>)["vpc-1"])], isComplete: true);
            var policies = world.Policies;

            foreach (var request in Requests())
            {
                var before = Evaluator.Decide(request, policies);
                if (before.Outcome is not PermissionDecision.Conditional)
                {
                    Rank(Evaluator.Decide(request with { Context = known }, policies)).ShouldBe(Rank(before), world.ToString());
                }
            }
        },
        iter: 1_000);

    private static IEnumerable<AccessRequest> Requests() =>
        PolicyWorld.Actions.SelectMany(action => _resources.Select(resource => PolicyWorld.Request(action, resource)));

    private static void ShouldNotGrant(PolicyWorld before, PolicyWorld after)
    {
        foreach (var (was, isNow) in Ranks(before).Zip(Ranks(after)))
        {
            isNow.ShouldBeLessThanOrEqualTo(was, $"{before} --> {after}");
        }
    }

    private static List<int> Ranks(PolicyWorld world)
    {
        var policies = world.Policies;
        return [.. Requests().Select(request => Rank(Evaluator.Decide(request, policies)))];
    }

    /// <summary>How much a decision grants.</summary>
    private static int Rank(Decision decision) => decision.Outcome switch
    {
        PermissionDecision.Allowed => 2,
        PermissionDecision.Conditional => 1,
        _ => 0,
    };
}
