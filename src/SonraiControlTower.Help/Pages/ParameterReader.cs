using Markdig.Syntax;

namespace SonraiControlTower.Help.Pages;

/// <summary>Reads the PARAMETERS section: a heading for each parameter, words, then one yaml block for each group of sets that differ.</summary>
internal static class ParameterReader
{
    private const string CommonParameters = "CommonParameters";

    public static IReadOnlyList<ParameterPage> Read(Section parameters)
    {
        if (parameters.Sections is not [.., { Title: CommonParameters }])
        {
            throw new MalformedPageException(parameters.Line, "The section does not end with the common parameters.", $"Add '### {CommonParameters}'.");
        }

        return [.. parameters.Sections.SkipLast(1).Select(ReadOne)];
    }

    private static ParameterPage ReadOne(Section section)
    {
        if (section.Level != 3 || section.Title is not ['-', .. var name])
        {
            throw new MalformedPageException(section.Line, $"The heading of a parameter is '{section.Title}'.", "Write '### -Name'.");
        }

        var words = section.Blocks.TakeWhile(block => !IsYaml(block)).ToList();
        var facts = section.Blocks.Skip(words.Count).ToList();
        if (facts.Count == 0 || !facts.TrueForAll(IsYaml))
        {
            throw new MalformedPageException(
                section.Line, $"The parameter '-{name}' does not end with its metadata.", "Put the description first, then a block ```yaml.");
        }

        if (words.Count == 0)
        {
            throw new MalformedPageException(section.Line, $"The parameter '-{name}' has no description.", "Say what it takes and what happens without it.");
        }

        return new ParameterPage(name, words, [.. facts.Cast<FencedCodeBlock>().Select(ReadFacts)], section.Line);
    }

    private static ParameterFacts ReadFacts(FencedCodeBlock yaml) =>
        ParameterFacts.Read(new KeyedLines(yaml.Lines.Lines.Take(yaml.Lines.Count).Select(line => line.ToString()), yaml.Line + 2));

    private static bool IsYaml(Block block) => block is FencedCodeBlock { Info: "yaml" };
}
