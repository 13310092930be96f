using CsCheck;

namespace SonraiControlTower.Engine.Tests.Recommendation;

public sealed class PatternRelationTests
{
    private static readonly Gen<string> _pattern = Gen.OneOf(Gen.Const('a'), Gen.Const('b'), Gen.Const('*'), Gen.Const('?')).Array[0, 6].Select(letters => new string(letters));

    // The shortest text that two patterns of six letters have in common is no longer than both together.
    private static readonly string[] _texts = [.. Enumerable.Range(0, 13).SelectMany(Texts)];

    [Fact]
    public void What_covers_matches_all_that_the_other_matches() => _pattern.Select(_pattern).Sample((wider, narrower) =>
    {
        var (all, some) = (Glob.Parse(wider), Glob.Parse(narrower));
        if (PatternRelation.Covers(wider, narrower))
        {
            _texts.Where(text => some.Matches(text) && !all.Matches(text)).ShouldBeEmpty();
        }
    });

    [Fact]
    public void Patterns_overlap_where_a_text_matches_both() => _pattern.Select(_pattern).Sample((one, other) =>
    {
        var (left, right) = (Glob.Parse(one), Glob.Parse(other));
        PatternRelation.Overlap(one, other).ShouldBe(_texts.Any(text => left.Matches(text) && right.Matches(text)));
    });

    [Theory]
    [InlineData("*", "anything*", true)]
    [InlineData("a*", "a*b", true)]
    [InlineData("a*b", "a*", false)]
    [InlineData("a?", "a*", false)]
    [InlineData("a*", "a", true)]
    [InlineData("s3:get*", "s3:GetObject*", false)]
    [InlineData("a/${aws:username}/*", "a/x/*", false)]
    [InlineData("*", "a/${aws:username}/*", false)]
    [InlineData("a/${aws:username}/*", "a/${aws:username}/*", true)]
    public void Covering_is_only_said_where_it_is_sure(string wider, string narrower, bool covers) => PatternRelation.Covers(wider, narrower).ShouldBe(covers);

    [Fact]
    public void Capitals_do_not_count_in_names_of_actions()
    {
        PatternRelation.Covers("s3:get*", "S3:GetObject*", anyCase: true).ShouldBeTrue();
        PatternRelation.Overlap("S3:G*", "s3:getObject", anyCase: true).ShouldBeTrue();
        PatternRelation.Overlap("s3:*", "${any}").ShouldBeTrue();
    }

    private static IEnumerable<string> Texts(int length) =>
        length == 0 ? [""] : Texts(length - 1).SelectMany(text => new[] { text + 'a', text + 'b' });
}
