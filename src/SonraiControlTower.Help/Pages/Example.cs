using Markdig.Syntax;

namespace SonraiControlTower.Help.Pages;

/// <summary>An example: one block of code, and what is said of it.</summary>
/// <param name="Title">The heading, such as <c>Example 1: Register every active account</c>.</param>
/// <param name="Code">The code.</param>
/// <param name="Needs">What must be there for the example to run.</param>
/// <param name="Before">What stands before the code.</param>
/// <param name="After">What stands after it: its output, and words.</param>
/// <param name="Line">The line of the heading.</param>
internal sealed record Example(
    string Title, string Code, ExampleNeeds Needs, IReadOnlyList<Block> Before, IReadOnlyList<Block> After, int Line);

/// <summary>What must be there for an example to run.</summary>
internal enum ExampleNeeds
{
    /// <summary>Nothing: it runs in the sandbox.</summary>
    Nothing,

    /// <summary>An AWS organization and credentials for it.</summary>
    Aws,

    /// <summary>A Sonrai Dig tenant and a token for it.</summary>
    Tenant,
}
