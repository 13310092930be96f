using CsCheck;

namespace SonraiControlTower.Engine.Tests.Evaluation;

public sealed class EffectiveActionsTests
{
    private static readonly ActionCatalog _catalog = ActionCatalog.Embedded;

    [Fact]
    public void Whole_catalogues_and_single_requests_agree() => PolicyWorld.Any.Sample(
        world =>
        {
            var policies = world.Policies;
            var layers = new CallerLayers(PolicyWorld.Ana, policies, _catalog, RequestContext.Unknown);

            var effective = EffectiveActions.Of(layers, _catalog);

            var resources = Specimens(world);
            foreach (var name in PolicyWorld.Actions)
            {
                var answers = resources.Select(resource => Evaluator.Decide(PolicyWorld.Request(name, resource), policies).Outcome).ToList();
                var action = _catalog.Find(name);
                var isAllowed = answers.Contains(PermissionDecision.Allowed);
                effective.Allowed[action].ShouldBe(isAllowed, $"{name} {world}");
                effective.Conditional[action].ShouldBe(!isAllowed && answers.Contains(PermissionDecision.Conditional), $"{name} {world}");
                if (effective.Denied[action])
                {
                    answers.All(one => one is PermissionDecision.ExplicitlyDenied).ShouldBeTrue($"{name} {world}");
                }
            }
        },
        iter: 1_000);

    [Fact]
    public void What_is_told_of_all_resources_agrees_with_the_sets() => PolicyWorld.Any.Sample(
        world =>
        {
            var layers = new CallerLayers(PolicyWorld.Ana, world.Policies, _catalog, RequestContext.Unknown);
            var effective = EffectiveActions.Of(layers, _catalog);
            var asked = new ActionSet(_catalog.Count);
            foreach (var name in PolicyWorld.Actions)
            {
                asked.Add(_catalog.Find(name));
            }

            foreach (var block in ActionBlocks.Of(asked, layers.StatementsAbout(asked), layers).All)
            {
                var answer = BlockAnswer.Of(block, layers);

                foreach (var action in block.Actions)
                {
                    var isPossible = effective.Allowed[action] || effective.Conditional[action];
                    (answer.Decision is PermissionDecision.Allowed or PermissionDecision.Conditional).ShouldBe(isPossible, world.ToString());
                    (answer.Resources.Count > 0).ShouldBe(isPossible, world.ToString());
                    if (answer.Decision is PermissionDecision.Allowed)
                    {
                        effective.Allowed[action].ShouldBeTrue(world.ToString());
                    }

                    if (effective.Denied[action])
                    {
                        answer.Decision.ShouldBe(PermissionDecision.ExplicitlyDenied, world.ToString());
                    }
                }
            }
        },
        iter: 1_000);

    [Fact]
    public void A_deny_under_a_condition_makes_everything_conditional()
    {
        var effective = Of("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},
            {"Effect":"Deny","NotAction":"iam:*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}]}
            """);

        effective.Allowed.IsEmpty.ShouldBeTrue();
        effective.Conditional.ShouldBe(_catalog.Matching("s3:*"));
    }

    [Fact]
    public void A_deny_on_one_resource_leaves_the_others()
    {
        var effective = Of("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"},
            {"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::payroll/*"}]}
            """);

        effective.Allowed.ShouldBe(_catalog.Matching("s3:GetObject"));
    }

    [Fact]
    public void A_deny_that_covers_what_is_allowed_takes_it()
    {
        var effective = Of("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::payroll/2026/*"},
            {"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::payroll/*"}]}
            """);

        effective.Allowed.IsEmpty.ShouldBeTrue();
        effective.Conditional.IsEmpty.ShouldBeTrue();
    }

    private static EffectiveActions Of(string json) => EffectiveActions.Of(
        new CallerLayers(PolicyWorld.Ana, new PolicySet { Identity = [Requests.Held("p", json)] }, _catalog, RequestContext.Unknown), _catalog);

    /// <summary>For every pattern, and for what any of them have in common, resources that are of it and of no more than they must be.</summary>
    private static HashSet<string> Specimens(PolicyWorld world)
    {
        var patterns = world.Patterns().Append(Glob.All).DistinctBy(glob => glob.Marked).ToList();
        var all = new HashSet<string>(patterns.Select(glob => glob.Marked), StringComparer.Ordinal);
        var fresh = patterns;
        for (var round = 0; round < 3 && fresh.Count > 0; round++)
        {
            fresh = [.. fresh.SelectMany(one => patterns.SelectMany(other => GlobIntersection.Of(one, other).Patterns)).Where(glob => all.Add(glob.Marked))];
        }

        return [.. all.SelectMany(marked => Glob.FromMarked(marked).Specimens())];
    }
}
