namespace SonraiControlTower.Help;

/// <summary>What is wrong with a page. It prints as compilers print errors, so that MSBuild and editors lead to the line.</summary>
/// <param name="File">The page's path.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record PageProblem(string File, int Line, string What, string Remedy)
{
    public override string ToString() => $"{File}({Line}): error HELP0001: {What} {Remedy}";
}

/// <summary>Ends the reading of a page at the first thing in it that cannot be understood.</summary>
internal sealed class MalformedPageException(int line, string what, string remedy) : Exception($"{what} {remedy}")
{
    public PageProblem In(string file) => new(file, line, what, remedy);
}
