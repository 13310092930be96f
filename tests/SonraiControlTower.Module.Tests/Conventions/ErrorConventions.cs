using System.Text.RegularExpressions;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Conventions;

/// <summary>The help topic about errors lists every ErrorId that the code can give, and no other.</summary>
public sealed partial class ErrorConventions
{
    [Fact]
    public void Every_ErrorId_of_the_code_is_in_the_topic_and_every_one_of_the_topic_in_the_code()
    {
        var coded = Sources().SelectMany(file => Created().Matches(File.ReadAllText(file))).Select(match => match.Groups["id"].Value).Distinct();
        var told = Listed().Matches(File.ReadAllText(Checkout.At("docs", "en-US", "about_SonraiControlTower_Errors.md")))
            .Select(match => match.Groups["id"].Value);

        told.Order().ShouldBe(coded.Order());
    }

    [Fact]
    public void Every_problem_of_the_code_is_recognized_here()
    {
        // The other way to find them, so that a new way of writing a factory cannot slip through: each ends with its kind.
        var kinds = Sources().Sum(file => ProblemKinds().Count(File.ReadAllText(file)));

        Sources().Sum(file => Created().Count(File.ReadAllText(file))).ShouldBe(kinds);
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Checkout.At("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin"]).Any());

    /// <summary>A factory's <c>Problem Name(…) =&gt; new("Id"</c>, a constant's <c>Problem Name { get; } = new("Id"</c>, or <c>new Problem("Id"</c>.</summary>
    [GeneratedRegex(@"(\bProblem \w+(\([^)]*\)| \{ get; \}) =>? new|\bnew Problem)\(\s*""(?<id>\w+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Created();

    [GeneratedRegex(@"^ +ProblemKind\.\w+\)", RegexOptions.Multiline)]
    private static partial Regex ProblemKinds();

    [GeneratedRegex(@"^\| `(?<id>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Listed();
}
