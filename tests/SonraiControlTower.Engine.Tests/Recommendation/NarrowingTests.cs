namespace SonraiControlTower.Engine.Tests.Recommendation;

public sealed class NarrowingTests
{
    private const string Get = "s3:GetObject";

    [Fact]
    public void Resources_become_what_was_used()
    {
        var answer = new Needs().Managed(Needs.Allow("\"s3:*\"")).Used(Get, "arn:aws:s3:::data/in/a", "arn:aws:s3:::data/in/b").Used("s3:ListAllMyBuckets").Only();

        Needs.Lines(answer.MonitoredPolicies).ShouldBe(
            ["UsedOfData: Allow s3:ListAllMyBuckets on *", "UsedOfDataNo2: Allow s3:GetObject on arn:aws:s3:::data/in/a arn:aws:s3:::data/in/b"]);
    }

    [Fact]
    public void Resources_of_the_statement_are_never_left()
    {
        var answer = new Needs().Managed(Needs.Allow("\"s3:GetObject\"", """["arn:aws:s3:::data/in/*","arn:aws:s3:::other/*"]"""), "a")
            .Managed(Needs.Allow("\"s3:Get*\"", "\"arn:aws:s3:::data/out/*\""), "b")
            .Used(Get, "arn:aws:s3:::data/*").All();

        Needs.Lines(answer[0].RecommendedPolicies).ShouldBe(["UsedOfData: Allow s3:GetObject on arn:aws:s3:::data/in/*"]);
        Needs.Lines(answer[1].MonitoredPolicies).ShouldBe(["UsedOfData: Allow s3:GetObject on arn:aws:s3:::data/out/*"]);
    }

    [Fact]
    public void An_action_goes_from_a_statement_that_none_of_its_calls_went_through()
    {
        var answer = new Needs().Managed(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::a/*\""), "a").Managed(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::b/*\""), "b")
            .Used(Get, "arn:aws:s3:::a/x").All();

        answer.Select(one => one.Advice).ShouldBe([RecommendationAdvice.Replace, RecommendationAdvice.Detach]);
        answer[1].Actions.ShouldHaveSingleItem().ShouldBe(new ActionAdvice(Get, false, ActionReason.Unused, Needs.Now.AddDays(-2), answer[1].Actions[0].Sensitivity));
    }

    [Fact]
    public void A_call_that_no_statement_explains_leaves_all_resources_as_they_are()
    {
        var answer = new Needs().Managed(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::a/*\"")).Used(Get, "arn:aws:s3:::a/x", "arn:aws:s3:::z/x").Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Keep);
    }

    [Fact]
    public void Policies_of_groups_explain_calls_as_well()
    {
        var needs = new Needs { Kind = IamKind.User }.Managed(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::a/*\"")).Used(Get, "arn:aws:s3:::a/x", "arn:aws:s3:::z/x");
        needs.OfGroups.Add(new HeldPolicy("g", null, "arn:aws:iam::111122223333:group/g", Policy.Parse(Needs.Allow("\"s3:*\"", "\"arn:aws:s3:::z/*\""))));

        Needs.Lines(needs.Only().RecommendedPolicies).ShouldBe(["UsedOfData: Allow s3:GetObject on arn:aws:s3:::a/x"]);
    }

    [Theory]
    [InlineData("ec2:DescribeInstances", "arn:aws:ec2:us-east-1:111122223333:instance/i-1")]
    [InlineData("s3:GetObject")]
    [InlineData("s3:GetObject", "arn:aws:s3:::bucket-without-object")]
    [InlineData("ec2:RunInstances", "arn:aws:ec2:us-east-1:111122223333:instance/i-1")]
    public void Resources_stay_where_it_is_not_known_of_all_that_a_call_is_about(string action, params string[] resources)
    {
        var answer = new Needs().Managed(Needs.Allow($"\"{action}\"")).Used(action, resources).Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Keep);
    }

    [Fact]
    public void A_statement_with_a_variable_keeps_it()
    {
        var answer = new Needs { Kind = IamKind.User }.Managed(Needs.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::home/${aws:username}/*\"")).Used(Get, "arn:aws:s3:::home/web/x").Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Keep);
    }

    [Fact]
    public void Parts_of_what_was_used_are_used()
    {
        var answer = new Needs().Managed(Needs.Allow("\"dynamodb:Query\"")).Used("dynamodb:Query", "arn:aws:dynamodb:us-east-1:111122223333:table/orders").Only();

        Needs.Lines(answer.MonitoredPolicies).Single().ShouldBe(
            "UsedOfData: Allow dynamodb:Query on arn:aws:dynamodb:us-east-1:111122223333:table/orders arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/*");
    }

    [Fact]
    public void Many_resources_become_few_patterns()
    {
        var used = Enumerable.Range(10, 40).Select(number => $"arn:aws:s3:::data/in/{number}/x").Append("arn:aws:s3:::logs/one").ToArray();

        var answer = new Needs().Managed(Needs.Allow("\"s3:GetObject\"")).Used(Get, used).Only();

        var statement = Policy.Parse(answer.MonitoredPolicies[0]).Statements.ShouldHaveSingleItem();
        statement.Resources!.Count.ShouldBeLessThanOrEqualTo(ResourcePatterns.Most);
        statement.Resources.ShouldContain("arn:aws:s3:::logs/one");
        statement.Resources.ShouldAllBe(resource => resource.StartsWith("arn:aws:s3:::data/in/", StringComparison.Ordinal) || resource == "arn:aws:s3:::logs/one");
        used.ShouldAllBe(resource => statement.Resources.Any(pattern => PatternRelation.Covers(pattern, resource)));
    }

    [Fact]
    public void A_use_that_logs_cannot_wholly_show_is_not_narrowed()
    {
        var needs = new Needs().Managed(Needs.Allow("\"s3:GetObject\"")).Used(Get, "arn:aws:s3:::a/x");
        needs.Coverage = needs.Coverage! with { DataEventServices = new HashSet<string>() };

        needs.Only().Advice.ShouldBe(RecommendationAdvice.Keep);
    }
}
