using CsCheck;

namespace SonraiControlTower.Engine.Tests.Recommendation;

public sealed class ActionPatternsTests
{
    private static readonly ActionCatalog _catalog = ActionCatalog.Embedded;
    private static readonly ActionPatterns _patterns = new(_catalog);

    [Theory]
    [InlineData("dynamodb:*")]
    [InlineData("dynamodb:Describe*")]
    public void A_new_pattern_names_just_what_is_needed(string needed)
    {
        var written = Write(_catalog.Matching(needed), """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");

        written.ShouldBe([needed]);
    }

    [Fact]
    public void Few_actions_are_named_one_by_one()
    {
        var set = Set("s3:GetObject", "s3:PutObject", "ec2:DescribeVpcs");

        Write(set, """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""").ShouldBe(["ec2:DescribeVpcs", "s3:GetObject", "s3:PutObject"]);
    }

    [Fact]
    public void A_list_of_names_never_becomes_a_pattern_that_may_grow()
    {
        var names = _catalog.Matching("dynamodb:Get*").Actions().Select(action => _catalog[action].Name).ToArray();
        var list = string.Join(',', names.Select(name => $"\"{name}\""));

        Write(Set(names), $$"""{"Statement":[{"Effect":"Allow","Action":[{{list}}],"Resource":"*"}]}""").ShouldBe(names);
    }

    [Fact]
    public void A_pattern_of_NotAction_bounds_new_patterns()
    {
        var all = _catalog.Matching("sqs:*").Copy();
        all.Remove(_catalog.Find("sqs:DeleteQueue"));

        var written = Write(all, """{"Statement":[{"Effect":"Allow","NotAction":["sqs:DeleteQ*"],"Resource":"*"}]}""");

        written.ShouldNotContain("sqs:*");
        written.ShouldNotContain(pattern => pattern.StartsWith("sqs:DeleteQ", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_set_is_written_exactly_and_within_the_statement() =>
        Gen.Select(Gen.OneOf(Gen.Const("*"), Gen.Const("s3:*"), Gen.Const("dynamodb:*"), Gen.Const("s3:Get*\",\"sqs:*\",\"s3:G*t*"), Gen.Const("iam:*Role*")), Gen.Int[1, 60], Gen.Int[0, 1_000_000]).Sample((actions, keep, seed) =>
        {
            var grant = Grant($$"""{"Statement":[{"Effect":"Allow","Action":["{{actions}}"],"Resource":"*"}]}""");
            var set = new ActionSet(_catalog.Count);
            foreach (var action in grant.Actions.Actions().Where(action => (((action * 7919) + seed) & 63) < keep))
            {
                set.Add(action);
            }

            var written = _patterns.Write(set, grant, pattern => pattern.IsWithin(set));

            var said = new ActionSet(_catalog.Count);
            written.ForEach(pattern => said.UnionWith(_catalog.Matching(pattern)));
            said.ShouldBe(set);
            written.ShouldBe(written.Order(Comparer<string>.Create((one, other) => ActionName.Compare(one, other))));
            written.ShouldBeUnique();
            written.ShouldAllBe(pattern => grant.Statement.Actions.Any(wider => PatternRelation.Covers(wider, pattern, true)));
        }, iter: 200);

    private static List<string> Write(ActionSet set, string json) => _patterns.Write(set, Grant(json), pattern => pattern.IsWithin(set));

    private static StatementGrant Grant(string json) => StatementGrant.Of(Policy.Parse(json).Statements[0], _catalog);

    private static ActionSet Set(params string[] names)
    {
        var set = new ActionSet(_catalog.Count);
        Array.ForEach(names, name => set.Add(_catalog.Find(name)));
        return set;
    }
}
