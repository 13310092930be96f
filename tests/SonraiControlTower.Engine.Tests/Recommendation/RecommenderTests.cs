namespace SonraiControlTower.Engine.Tests.Recommendation;

public sealed class RecommenderTests
{
    [Fact]
    public void What_was_used_stays_and_what_was_not_goes()
    {
        var answer = new Needs().Managed(Needs.Allow("""["ec2:DescribeInstances","ec2:RunInstances","ec2:DescribeVpcs"]""")).Used("ec2:DescribeInstances").Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Replace);
        Needs.Lines(answer.RecommendedPolicies).ShouldBe(["UsedOfData: Allow ec2:DescribeInstances on *"]);
        answer.MonitoredPolicies.ShouldBe(answer.RecommendedPolicies);
        answer.Actions.Select(action => $"{action} {action.IsKept}").ShouldBe(
            ["ec2:DescribeInstances: Used True", "ec2:DescribeVpcs: Unused False", "ec2:RunInstances: Unused False"]);
        answer.Actions[0].LastUsedAt.ShouldBe(Needs.Now.AddDays(-2));
    }

    [Fact]
    public void What_logs_cannot_show_stays_and_is_not_monitored()
    {
        var answer = new Needs().Managed(Needs.Allow("""["sqs:SendMessage","sqs:CreateQueue","s3:PutObject","xray:PutTraceSegments"]""")).Only();

        Needs.Lines(answer.RecommendedPolicies).ShouldBe(["UnseenOfData: Allow sqs:SendMessage xray:PutTraceSegments on *"]);
        answer.MonitoredPolicies.ShouldBeEmpty();
        answer.Actions.Where(action => action.IsKept).Select(action => action.Reason).ShouldAllBe(reason =>
            reason == ActionReason.NotLogged || reason == ActionReason.DataEventsNotLogged);
        answer.Actions.Single(action => action.Action == "sqs:SendMessage").Reason.ShouldBe(ActionReason.DataEventsNotLogged);
    }

    [Fact]
    public void What_something_that_was_used_asks_for_stays_too()
    {
        var answer = new Needs().Managed(Needs.Allow("""["iam:PassRole","lambda:CreateFunction","iam:CreateRole"]"""))
            .Used("lambda:CreateFunction").Inferred("iam:PassRole", "arn:aws:iam::111122223333:role/app").Only();

        Needs.Lines(answer.RecommendedPolicies).ShouldBe(
            ["UsedOfData: Allow lambda:CreateFunction on *", "UsedOfDataNo2: Allow iam:PassRole on arn:aws:iam::111122223333:role/app"]);
        answer.Actions.Single(action => action.Action == "iam:PassRole").Reason.ShouldBe(ActionReason.NeededByUsed);
    }

    [Fact]
    public void What_was_only_ever_denied_goes_even_if_logs_could_not_show_it()
    {
        var answer = new Needs().Managed(Needs.Allow("\"sqs:*\"")).Denied("sqs:SendMessage").Denied("sqs:CreateQueue").Only();

        var advice = answer.Actions.Where(action => action.Reason == ActionReason.OnlyDenied).ToList();
        advice.Select(action => action.Action).ShouldBe(["sqs:CreateQueue", "sqs:SendMessage"]);
        advice.ShouldAllBe(action => !action.IsKept);
        Policy.Parse(answer.RecommendedPolicies[0]).Statements[0].Actions.ShouldNotContain("sqs:SendMessage");
        Policy.Parse(answer.RecommendedPolicies[0]).Statements[0].Actions.ShouldContain("sqs:ReceiveMessage");
    }

    [Fact]
    public void What_was_used_before_the_time_that_counts_was_not_used()
    {
        var answer = new Needs { Query = new RecommendationQuery { Period = TimeSpan.FromDays(30) } }
            .Managed(Needs.Allow("\"ec2:DescribeInstances\""))
            .Use("ec2:DescribeInstances", new ActionUse(5, 0, 0, Needs.Now.AddDays(-80), Needs.Now.AddDays(-31), [])).Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Detach);
        var action = answer.Actions.ShouldHaveSingleItem();
        (action.Reason, action.LastUsedAt).ShouldBe((ActionReason.Unused, Needs.Now.AddDays(-31)));
    }

    [Fact]
    public void The_time_that_counts_ends_where_the_logs_end()
    {
        var needs = new Needs { Query = new RecommendationQuery { Period = TimeSpan.FromDays(30) } }
            .Managed(Needs.Allow("\"ec2:DescribeInstances\""))
            .Use("ec2:DescribeInstances", new ActionUse(5, 0, 0, Needs.Now.AddDays(-80), Needs.Now.AddDays(-70), []));
        needs.Coverage = new LogCoverage(Needs.Now.AddDays(-95), Needs.Now.AddDays(-60), new HashSet<string>());

        var answer = needs.Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Keep);
        (answer.LogsFrom, answer.LogsTo).ShouldBe((Needs.Now.AddDays(-95), Needs.Now.AddDays(-60)));
    }

    [Fact]
    public void A_policy_that_is_all_needed_stays_word_for_word()
    {
        const string Json = """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": [ "ec2:describeinstances" ], "Resource": "*" } }
            """;

        var answer = new Needs().Managed(Json).Used("ec2:DescribeInstances").Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Keep);
        answer.RecommendedPolicies.ShouldBe([Json]);
        answer.OriginalPolicy.ShouldBe(Json);
    }

    [Fact]
    public void A_policy_of_which_nothing_is_needed_is_to_be_detached()
    {
        var answer = new Needs().Managed(Needs.Allow("\"ec2:RunInstances\"")).Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Detach);
        answer.RecommendedPolicies.ShouldBeEmpty();
        answer.MonitoredPolicies.ShouldBeEmpty();
    }

    [Fact]
    public void Deny_statements_stay_as_they_are_and_keep_the_policy()
    {
        const string Json = """{"Statement":[{"Effect":"Allow","Action":"ec2:RunInstances","Resource":"*"},{"Sid":"Guard","Effect":"Deny","NotAction":["iam:*","s3:*"],"NotResource":["a","b"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""";

        var answer = new Needs().Managed(Json).Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Replace);
        Needs.Lines(answer.RecommendedPolicies).ShouldBe(["Guard: Deny not iam:* s3:* on not a b if [\"aws:SecureTransport\"]"]);
    }

    [Fact]
    public void Conditions_and_the_version_stay()
    {
        var answer = new Needs().Managed("""
            {"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*",
             "Condition":{"StringEquals":{"aws:RequestedRegion":["us-east-1","eu-west-1"],"ec2:Region":"x"},"Bool":{"aws:SecureTransport":true}}}]}
            """).Used("ec2:RunInstances").Only();

        answer.MonitoredPolicies.ShouldBe(["""{"Version":"2008-10-17","Statement":[{"Sid":"UsedOfStatement1","Effect":"Allow","Action":"ec2:RunInstances","Resource":"*","Condition":{"StringEquals":{"aws:RequestedRegion":["us-east-1","eu-west-1"],"ec2:Region":"x"},"Bool":{"aws:SecureTransport":"true"}}}]}"""]);
    }

    [Fact]
    public void NotAction_becomes_the_list_of_what_is_needed_and_NotResource_stays()
    {
        var answer = new Needs().Managed("""{"Statement":[{"Effect":"Allow","NotAction":["iam:*"],"NotResource":"arn:aws:s3:::secret/*"}]}""")
            .Used("ec2:RunInstances").Used("iam:GetRole").Used("s3:GetObject", "arn:aws:s3:::open/a").Only();

        Needs.Lines(answer.MonitoredPolicies).ShouldBe(["UsedOfStatement1: Allow ec2:RunInstances s3:GetObject on not arn:aws:s3:::secret/*"]);
        answer.Actions.ShouldNotContain(action => action.Action == "iam:GetRole");
    }

    [Fact]
    public void What_a_policy_denies_itself_is_not_granted_by_it()
    {
        var answer = new Needs().Managed("""{"Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"},{"Effect":"Deny","Action":"ec2:RunInstances","Resource":"*"}]}""")
            .Used("ec2:RunInstances").Used("ec2:DescribeVpcs").Only();

        answer.Actions.ShouldNotContain(action => action.Action == "ec2:RunInstances");
        Needs.Lines(answer.MonitoredPolicies).ShouldBe(["UsedOfStatement1: Allow ec2:DescribeVpcs on *", ": Deny ec2:RunInstances on *"]);
    }

    [Fact]
    public void A_pattern_stays_where_all_that_it_names_is_needed()
    {
        var needs = new Needs().Managed(Needs.Allow("""["logs:TagL*","ec2:RunInstances"]"""));
        foreach (var action in Needs.Catalog.Matching("logs:TagL*").Actions())
        {
            needs.Used(Needs.Catalog[action].Name);
        }

        Needs.Lines(needs.Only().RecommendedPolicies).ShouldBe(["UsedOfData: Allow logs:TagL* on *"]);
    }

    [Fact]
    public void An_action_that_the_catalogue_has_not_is_kept_and_not_monitored()
    {
        var answer = new Needs().Managed(Needs.Allow("""["newservice:*","s3:GetObjekt","ec2:RunInstances"]""")).Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Replace);
        Needs.Lines(answer.RecommendedPolicies).ShouldBe(["UnseenOfData: Allow newservice:* s3:GetObjekt on *"]);
        answer.MonitoredPolicies.ShouldBeEmpty();
        answer.Actions.Where(action => action.Reason == ActionReason.NotInCatalogue).Select(action => action.Action).ShouldBe(["newservice:*", "s3:GetObjekt"]);
    }

    [Fact]
    public void What_two_policies_allow_stays_in_both()
    {
        var answers = new Needs().Managed(Needs.Allow("\"ec2:*\""), "a").Managed(Needs.Allow("""["ec2:RunInstances","ec2:StopInstances"]"""), "b").Used("ec2:RunInstances").All();

        answers.Select(answer => answer.PolicyName).ShouldBe(["a", "b"]);
        answers.ShouldAllBe(answer => Needs.Lines(answer.MonitoredPolicies).Single() == "UsedOfData: Allow ec2:RunInstances on *");
    }

    [Fact]
    public void A_young_identity_waits()
    {
        var answer = new Needs { CreatedAt = Needs.Now.AddDays(-13) }.Managed(Needs.Allow("\"ec2:RunInstances\"")).Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Wait);
        answer.RecommendedPolicies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(90, 26, true)]
    [InlineData(90, 27.5, false)]
    [InlineData(10, 9.5, false)]
    [InlineData(10, 8, true)]
    public void Logs_that_do_not_cover_the_time_nor_a_month_of_it_are_waited_for(double asked, double covered, bool waits)
    {
        var needs = new Needs { Query = new RecommendationQuery { Period = TimeSpan.FromDays(asked) } }.Managed(Needs.Allow("\"ec2:RunInstances\""));
        needs.Coverage = new LogCoverage(Needs.Now.AddDays(-covered), Needs.Now, new HashSet<string>());

        (needs.Only().Advice == RecommendationAdvice.Wait).ShouldBe(waits);
    }

    [Fact]
    public void Without_logs_everything_stays()
    {
        var needs = new Needs().Managed(Needs.Allow("\"ec2:*\""));
        needs.Coverage = null;

        var answer = needs.Only();

        answer.Advice.ShouldBe(RecommendationAdvice.Wait);
        answer.RecommendedPolicies.ShouldBe([answer.OriginalPolicy]);
        answer.MonitoredPolicies.ShouldBeEmpty();
        answer.Actions.ShouldAllBe(action => action.IsKept);
        answer.Actions.ShouldContain(action => action.Reason == ActionReason.NoLogs);
    }

    [Fact]
    public void Nothing_is_said_of_a_service_linked_role()
    {
        var role = new Needs().Managed(Needs.Allow("\"*\"")).Identity with { Path = "/aws-service-role/autoscaling.amazonaws.com/" };

        new Recommender(Needs.Catalog, new FakeTimeProvider(Needs.Now)).Of(role, null, null, new RecommendationQuery()).ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_sensitive_classes_come_with_the_actions()
    {
        var answer = new Needs().Managed(Needs.Allow("\"iam:PutRolePolicy\"")).Only();

        answer.Actions.ShouldHaveSingleItem().Sensitivity.ShouldContain(ActionSensitivity.PermissionsManagement);
    }

    [Fact]
    public void The_sets_for_tickets_say_the_same_as_the_documents()
    {
        var needs = new Needs().Managed(Needs.Allow("""["ec2:RunInstances","ec2:StopInstances","sqs:SendMessage"]""")).Used("ec2:RunInstances");

        var need = new Recommender(Needs.Catalog, new FakeTimeProvider(Needs.Now)).Of(needs.Identity, needs.Usage, needs.Coverage, needs.Query).ShouldHaveSingleItem();

        Names(need.Granted).ShouldBe("ec2:RunInstances ec2:StopInstances sqs:SendMessage");
        Names(need.Kept).ShouldBe("ec2:RunInstances sqs:SendMessage");
        Names(need.Monitored).ShouldBe("ec2:RunInstances");
        Names(need.Removed).ShouldBe("ec2:StopInstances");

        static string Names(ActionSet actions) => string.Join(' ', actions.Actions().Select(action => Needs.Catalog[action].Name));
    }
}
