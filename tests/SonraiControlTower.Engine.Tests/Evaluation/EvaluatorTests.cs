namespace SonraiControlTower.Engine.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly Dictionary<string, EvaluationCase> _cases = EvaluationCase.All();

    public static TheoryData<string> Names() => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_documentation_is_followed(string name)
    {
        var one = _cases[name];
        var request = one.ToRequest();
        var policies = one.ToPolicies();

        var decision = Evaluator.Decide(request, policies);

        var why = string.Join('\n', [one.Page, .. Explanation.Of(request, policies)]);
        decision.Outcome.ShouldBe(one.Expected.Decision, why);
        decision.Layer.ShouldBe(one.Expected.Layer, why);
        if (one.Expected.Statement is { } statement)
        {
            decision.StatementName.ShouldBe(statement, why);
        }
    }

    [Fact]
    public void There_are_enough_cases_each_from_a_page_of_AWS()
    {
        _cases.Count.ShouldBeGreaterThan(300);
        _cases.Values.ShouldAllBe(one => one.Page.StartsWith("https://docs.aws.amazon.com/", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_operator_has_cases_of_its_own()
    {
        var tested = _cases.Keys.Where(name => name.StartsWith("operator-", StringComparison.Ordinal)).Select(name => name.Split(':')[0]).Distinct();

        tested.ShouldBe(ConditionOperators.All().Select(one => "operator-" + one.Name), ignoreOrder: true);
    }

    [Fact]
    public void A_conditional_answer_names_the_keys_that_it_depends_on()
    {
        var one = _cases["unknown-context: An Allow whose key is not known is conditional"];

        UnknownKeys.Of(one.ToRequest(), one.ToPolicies()).ShouldBe(["aws:SourceVpc"]);
    }

    [Fact]
    public void An_explanation_tells_each_near_miss()
    {
        var request = Requests.Of("arn:aws:iam::111122223333:user/Ana", "s3:GetObject", "arn:aws:s3:::reports/a");
        var policies = new PolicySet
        {
            Identity =
            [
                Requests.Held("near", """
                    {"Version":"2012-10-17","Statement":[
                    {"Sid":"Elsewhere","Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::other/*"},
                    {"Effect":"Allow","Action":"s3:Get*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}},
                    {"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}
                    """),
            ],
            Boundary = Requests.Held("bound", """{"Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}"""),
        };

        Explanation.Of(request, policies).ShouldBe(
        [
            "IdentityPolicy: near Elsewhere would allow it, but not on arn:aws:s3:::reports/a: it is about arn:aws:s3:::other/*.",
            "IdentityPolicy: near #2 would allow it, but StringEquals aws:SourceVpc [vpc-1] does not hold: the request has no such key.",
            "PermissionsBoundary: nothing in bound is about s3:GetObject.",
        ]);
    }

    [Fact]
    public void Deciding_allocates_nothing()
    {
        var request = Requests.Of("arn:aws:iam::111122223333:user/Ana", "s3:GetObject", "arn:aws:s3:::reports/a");
        var policies = new PolicySet
        {
            Identity = [Requests.Held("one", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::reports/*"}]}""")],
            Boundary = Requests.Held("two", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""),
        };
        Evaluator.Decide(request, policies);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            Evaluator.Decide(request, policies);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
