namespace SonraiControlTower.Help.Pages;

/// <summary>One parameter set of the SYNTAX section.</summary>
/// <param name="Name">The set's name; <c>(All)</c> where the command has only one and the page does not name it.</param>
/// <param name="IsDefault">True for the set that PowerShell takes in doubt.</param>
/// <param name="Line">The line as <c>Get-Command -Syntax</c> writes it.</param>
/// <param name="Parameters">The parameters in the order of the line, common parameters aside.</param>
/// <param name="PageLine">Where it stands in the page.</param>
internal sealed record SyntaxSet(string Name, bool IsDefault, string Line, IReadOnlyList<SyntaxParameter> Parameters, int PageLine);

/// <summary>A parameter as a syntax line has it.</summary>
/// <param name="Name">The name without the dash.</param>
/// <param name="Type">The type as PowerShell writes it, such as <c>string[]</c>; null for a switch.</param>
/// <param name="Required">True if the set cannot be used without it.</param>
/// <param name="Positional">True if the name may be left out.</param>
internal sealed record SyntaxParameter(string Name, string? Type, bool Required, bool Positional);
