using System.Text.RegularExpressions;
using CsCheck;

namespace SonraiControlTower.Engine.Tests.Policies;

public sealed class GlobTests
{
    private static readonly Gen<string> _pattern = Gen.OneOf("a", "b", "/", "*", "?", "ab").Array[0, 6].Select(string.Concat);
    private static readonly Gen<string> _text = Gen.OneOf("a", "b", "/").Array[0, 7].Select(string.Concat);

    [Fact]
    public void A_pattern_matches_what_a_regular_expression_does() => Gen.Select(_pattern, _text).Sample(
        (pattern, text) => Glob.Parse(pattern).Matches(text).ShouldBe(Regex.IsMatch(
            text, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$")),
        iter: 20_000);

    [Fact]
    public void What_two_patterns_have_in_common_is_what_both_match() => Gen.Select(_pattern, _pattern, _text).Sample(
        (one, other, text) =>
        {
            var both = GlobIntersection.Of(Glob.Parse(one), Glob.Parse(other));

            both.IsComplete.ShouldBeTrue();
            both.Patterns.Any(glob => glob.Matches(text)).ShouldBe(Glob.Parse(one).Matches(text) && Glob.Parse(other).Matches(text));
        },
        iter: 20_000);

    [Fact]
    public void Who_matches_all_specimens_matches_all_that_the_pattern_does() => Gen.Select(_pattern, _pattern, _text).Sample(
        (one, other, text) =>
        {
            var glob = Glob.Parse(one);
            glob.Specimens().All(specimen => glob.Matches(specimen)).ShouldBeTrue();
            if (Glob.Parse(other).Covers(glob) && glob.Matches(text))
            {
                Glob.Parse(other).Matches(text).ShouldBeTrue();
            }
        },
        iter: 20_000);

    [Fact]
    public void Patterns_that_are_built_to_make_it_hard_come_to_an_end()
    {
        var hard = string.Concat(Enumerable.Repeat("a*", 40));

        GlobIntersection.Of(Glob.Parse("*" + hard), Glob.Parse(hard + "b*")).IsComplete.ShouldBeFalse();
        Glob.Parse(string.Concat(Enumerable.Repeat("*a", 500)) + "b").Matches(new string('a', 5_000)).ShouldBeFalse();
    }

    [Fact]
    public void A_star_that_is_meant_as_one_is_told_as_one()
    {
        Template.Parse("x${*}*", hasVariables: true, hasWildcards: true, out var marked).ShouldBeNull();

        Glob.FromMarked(marked).ToString().ShouldBe("x${*}*");
    }
}
