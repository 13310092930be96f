using Markdig.Syntax;

namespace SonraiControlTower.Help.Pages;

/// <summary>Reads the EXAMPLES section. The word after <c>```powershell</c> says what an example needs that the sandbox does not have.</summary>
internal static class ExampleReader
{
    private const string Language = "powershell";
    private const string OutputLanguage = "Output";

    private static readonly Dictionary<string, ExampleNeeds> _marks = new()
    {
        [""] = ExampleNeeds.Nothing,
        ["needs-aws"] = ExampleNeeds.Aws,
        ["needs-tenant"] = ExampleNeeds.Tenant,
    };

    public static IReadOnlyList<Example> Read(Section examples)
    {
        if (examples.Sections.Count == 0)
        {
            throw new MalformedPageException(examples.Line, "There is no example.", "Add '### Example 1: what it shows' with a block of code.");
        }

        return [.. examples.Sections.Select((section, index) => Read(section, index + 1))];
    }

    private static Example Read(Section section, int number)
    {
        var expected = $"Example {number}: ";
        if (section.Level != 3 || !section.Title.StartsWith(expected, StringComparison.Ordinal) || section.Title.Length == expected.Length)
        {
            throw new MalformedPageException(
                section.Line, $"The heading of an example is '{section.Title}'.", $"Write '### {expected}' and what the example shows.");
        }

        var fences = section.Blocks.OfType<FencedCodeBlock>().ToList();
        if (fences.FindAll(fence => fence.Info == Language) is not [var code])
        {
            throw new MalformedPageException(
                section.Line, "An example has exactly one block of code.", $"Open it with ```{Language}; what the code writes goes into a block ```{OutputLanguage}.");
        }

        if (fences.Find(fence => fence.Info is not Language and not OutputLanguage) is { } other)
        {
            throw new MalformedPageException(
                other.Line + 1, $"A block of an example is marked '{other.Info}'.", $"Mark code ```{Language} and what it writes ```{OutputLanguage}.");
        }

        var blocks = section.Blocks.ToList();
        var at = blocks.IndexOf(code);
        return new Example(section.Title, string.Join('\n', code.Lines), NeedsOf(code), blocks[..at], blocks[(at + 1)..], section.Line);
    }

    private static ExampleNeeds NeedsOf(FencedCodeBlock code) => _marks.TryGetValue(code.Arguments ?? "", out var needs)
        ? needs
        : throw new MalformedPageException(
            code.Line + 1,
            $"The block is marked '{code.Arguments}'.",
            $"The marks are: {string.Join(", ", _marks.Keys.Where(mark => mark.Length > 0))}; an unmarked example runs in the sandbox.");
}
