using System.Text.RegularExpressions;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Conventions;

/// <summary>docs/defects.md names tests; each of them is there.</summary>
public sealed partial class DefectConventions
{
    private static readonly string _page = File.ReadAllText(Checkout.At("docs", "defects.md"));

    [Fact]
    public void Every_test_that_the_page_of_defects_names_is_there()
    {
        var tests = Directory.EnumerateFiles(Checkout.At("tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Method().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        var named = Named().Matches(_page).Select(match => match.Groups[1].Value).ToList();

        named.ShouldNotBeEmpty();
        named.Except(tests).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("### First reading: 16", 16)]
    [InlineData("### Second reading: 21", 21)]
    public void The_page_of_defects_numbers_what_was_found(string heading, int count)
    {
        var section = _page[_page.IndexOf(heading, StringComparison.Ordinal)..].Split("\n\n")[1];

        var numbers = Row().Matches(section).Select(match => match.Groups[1].Value);

        numbers.ShouldBe(Enumerable.Range(1, count).Select(number => $"{number}"));
    }

    [GeneratedRegex(@"public (?:static )?(?:async Task|Task|void) (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex("`([A-Z][A-Za-z]*_[A-Za-z_]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (\d+) \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
