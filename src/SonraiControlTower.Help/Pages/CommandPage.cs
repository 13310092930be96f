using Markdig.Syntax;

namespace SonraiControlTower.Help.Pages;

/// <summary>The page of one command, as PlatyPS's schema 2.0.0 divides it.</summary>
internal sealed record CommandPage
{
    public required string Name { get; init; }

    /// <summary>Where the page can be read on the web; null where it cannot.</summary>
    public required string? OnlineVersion { get; init; }

    public required string Synopsis { get; init; }

    public required IReadOnlyList<SyntaxSet> Syntax { get; init; }

    public required IReadOnlyList<Block> Description { get; init; }

    public required IReadOnlyList<Example> Examples { get; init; }

    public required IReadOnlyList<ParameterPage> Parameters { get; init; }

    public required IReadOnlyList<TypePage> Inputs { get; init; }

    public required IReadOnlyList<TypePage> Outputs { get; init; }

    public required IReadOnlyList<Block> Notes { get; init; }

    public required IReadOnlyList<RelatedLink> RelatedLinks { get; init; }

    /// <summary>The file that Get-Help looks into for the commands of a module: it is called after the assembly.</summary>
    public static string HelpFileOf(string module) => $"{module}.dll-Help.xml";
}

/// <summary>A parameter: what it is for, and what PowerShell's metadata says of it, once for each group of parameter sets that differ.</summary>
internal sealed record ParameterPage(string Name, IReadOnlyList<Block> Description, IReadOnlyList<ParameterFacts> Facts, int Line)
{
    /// <summary>The facts that hold in a parameter set; null where the parameter is not part of it.</summary>
    public ParameterFacts? FactsIn(string set) => Facts.FirstOrDefault(facts => facts.HoldIn(set));
}

/// <summary>A type that goes in or comes out.</summary>
internal sealed record TypePage(string Type, IReadOnlyList<Block> Description);

/// <summary>Where to read on. A target that ends in .md is a page of the same folder.</summary>
internal sealed record RelatedLink(string Text, string Target, int Line)
{
    public bool IsPage => Target.EndsWith(".md", StringComparison.Ordinal);
}
