namespace SonraiControlTower.Core.Tests.Comparison;

public sealed class StatementComparisonTests
{
    [Theory]
    [InlineData("UsedOfRead")]
    [InlineData("KeptOfRead")]
    [InlineData("UnseenOfReadNo2")]
    [InlineData("UsedOfReadNo2Part3")]
    [InlineData("Read")]
    public void A_Sid_tells_where_a_statement_comes_from_whatever_else_would_fit(string sid)
    {
        var original = Given.Policy(Given.Statement("All", "*"), Given.Statement("Read", "s3:Get*"));

        var rows = Given.Comparison(original, Given.Policy(Given.Statement(sid, "s3:GetObject"))).Statements;

        rows.Select(row => (row.Change, row.LeastPrivilege.Count)).ShouldBe([(StatementChange.Removed, 0), (StatementChange.Narrowed, 1)]);
    }

    [Fact]
    public void A_statement_without_a_Sid_is_known_by_its_place()
    {
        var original = Given.Policy(Given.Statement(null, "*"), Given.Statement(null, "s3:*"));

        var rows = Given.Comparison(original, Given.Policy(Given.Statement("UsedOfStatement2", "s3:GetObject"))).Statements;

        rows.Select(row => row.Change).ShouldBe([StatementChange.Removed, StatementChange.Narrowed]);
    }

    [Fact]
    public void Where_no_Sid_tells_it_is_what_the_statements_say()
    {
        var original = Given.Policy(Given.Statement(null, "sqs:*"), Given.Statement(null, "s3:*", "arn:aws:s3:::a/*"), Given.Statement(null, "s3:*", "arn:aws:s3:::b/*"));
        var tenants = Given.Policy(Given.Statement(null, "s3:GetObject", "arn:aws:s3:::b/*"), Given.Statement(null, "sqs:SendMessage"));

        var rows = Given.Comparison(original, tenants).Statements;

        rows.Select(row => row.Change).ShouldBe([StatementChange.Narrowed, StatementChange.Removed, StatementChange.Narrowed]);
        rows[2].LeastPrivilege.ShouldHaveSingleItem().ShouldContain("GetObject");
    }

    [Fact]
    public void A_wide_statement_is_not_taken_for_the_origin_of_a_narrow_one_that_was_there_all_along()
    {
        var policy = Given.Policy(Given.Statement(null, "s3:*"), Given.Statement(null, "s3:GetObject"), Given.Statement(null, "s3:GetObject"));

        Given.Comparison(policy, policy).Statements.Select(row => row.Change).ShouldBe(Enumerable.Repeat(StatementChange.Unchanged, 3));
    }

    [Fact]
    public void What_is_denied_never_stands_beside_what_is_allowed()
    {
        var original = Given.Policy(Given.Statement("A", "s3:*"));

        var rows = Given.Comparison(original, Given.Policy(Given.Statement("A", "s3:*", effect: "Deny"))).Statements;

        rows.Select(row => row.Change).ShouldBe([StatementChange.Removed, StatementChange.Added]);
    }

    [Fact]
    public void A_statement_may_stand_without_a_list()
    {
        var original = """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""";

        Given.Comparison(original, original).Statements.ShouldHaveSingleItem().Change.ShouldBe(StatementChange.Unchanged);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"Statement":null}""")]
    [InlineData("""{"Statement":[null]}""")]
    [InlineData("""{"Statement":["Allow"]}""")]
    [InlineData("""{"Statement":[],"Statement":[]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Effect":"Deny"}]}""")]
    public void A_malformed_document_is_told(string document)
    {
        var refused = Should.Throw<SonraiException>(() => Given.Comparison(document, null));

        refused.Problem.Id.ShouldBe("PolicyMalformed");
        refused.Problem.Message.ShouldContain("'work'");
    }

    [Fact]
    public void What_is_counted_is_what_stands_on_the_right()
    {
        var recommendation = Given.Recommendation(
            Given.Policy(Given.Statement("A", "s3:*")),
            Given.Policy(Given.Statement("UsedOfA", "s3:GetObject s3:ReplicateTags")),
            Given.Kept("s3:GetObject"),
            Given.Kept("s3:ReplicateTags", ActionReason.NotLogged),
            Given.Removed("s3:PutBucketPolicy", "PermissionsManagement")) with
        { MonitoredPolicies = [Given.Policy(Given.Statement("UsedOfA", "s3:GetObject"))] };

        var recommended = PolicyComparer.Compare(recommendation, ComparisonChoice.Recommended);
        var monitored = PolicyComparer.Compare(recommendation, ComparisonChoice.Monitored);

        (recommended.KeptCount, recommended.RemovedCount, recommended.RemovedSensitiveCount).ShouldBe((2, 1, 1));
        (monitored.KeptCount, monitored.RemovedCount, monitored.RemovedSensitiveCount).ShouldBe((1, 2, 1));
        monitored.LeastPrivilegePolicy.ShouldBe(recommendation.MonitoredPolicies[0]);
    }
}
