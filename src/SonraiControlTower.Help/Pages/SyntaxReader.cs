using Markdig.Syntax;

namespace SonraiControlTower.Help.Pages;

/// <summary>Reads the SYNTAX section: one block of code, or one below the name of each parameter set.</summary>
internal static class SyntaxReader
{
    private const string DefaultMark = " (Default)";

    public static IReadOnlyList<SyntaxSet> Read(string command, Section syntax)
    {
        if (syntax.Sections.Count == 0)
        {
            return [ReadSet(command, ParameterFacts.AllSets, isDefault: true, syntax)];
        }

        var sets = syntax.Sections.Select(section => ReadSet(
            command,
            section.Title.Replace(DefaultMark, "", StringComparison.Ordinal),
            section.Title.EndsWith(DefaultMark, StringComparison.Ordinal),
            section)).ToList();
        return sets.Count(set => set.IsDefault) <= 1
            ? sets
            : throw new MalformedPageException(syntax.Line, "More than one parameter set is the default.", $"Write{DefaultMark} after the name of one, or of none where the command has no default set.");
    }

    /// <summary>Holds the syntax lines and the metadata of the parameters to each other.</summary>
    public static void DemandAgreement(IReadOnlyList<SyntaxSet> sets, IReadOnlyList<ParameterPage> parameters)
    {
        foreach (var set in sets)
        {
            foreach (var written in set.Parameters)
            {
                var page = parameters.FirstOrDefault(parameter => parameter.Name == written.Name)
                    ?? throw new MalformedPageException(set.PageLine, $"The parameter '-{written.Name}' is not described.", $"Add '### -{written.Name}'.");
                var facts = page.FactsIn(set.Name)
                    ?? throw new MalformedPageException(
                        page.Line, $"The metadata of '-{page.Name}' does not name the set '{set.Name}', and the syntax does.", "Mend one of the two.");
                DemandAgreement(set, written, page, facts);
            }
        }

        foreach (var page in parameters)
        {
            foreach (var name in page.Facts.SelectMany(facts => facts.Sets).Where(name => name != ParameterFacts.AllSets))
            {
                DemandUse(sets.FirstOrDefault(set => set.Name == name), name, page);
            }

            if (page.Facts.Any(facts => facts.Sets.Contains(ParameterFacts.AllSets)))
            {
                sets.ToList().ForEach(set => DemandUse(set, set.Name, page));
            }
        }
    }

    private static void DemandAgreement(SyntaxSet set, SyntaxParameter written, ParameterPage page, ParameterFacts facts)
    {
        if (written.Required != facts.Required || written.Positional != facts.Position.HasValue || written.Type is null != facts.IsSwitch)
        {
            throw new MalformedPageException(
                page.Line,
                $"The metadata of '-{page.Name}' and the syntax of the set '{set.Name}' differ in Type, Required or Position.",
                "Mend one of the two.");
        }
    }

    private static void DemandUse(SyntaxSet? set, string name, ParameterPage page)
    {
        if (set is null || !set.Parameters.Any(written => written.Name == page.Name))
        {
            throw new MalformedPageException(
                page.Line, $"The metadata of '-{page.Name}' puts it into the set '{name}', and the syntax does not.", "Mend one of the two.");
        }
    }

    private static SyntaxSet ReadSet(string command, string name, bool isDefault, Section section)
    {
        if (section.Blocks is not [FencedCodeBlock code])
        {
            throw new MalformedPageException(section.Line, "A parameter set has exactly one block of code.", $"Copy it from 'Get-Command {command} -Syntax'.");
        }

        var line = string.Join(' ', code.Lines.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return new SyntaxSet(name, isDefault, line, SyntaxLine.Read(command, line, code.Line + 2), code.Line + 2);
    }
}
