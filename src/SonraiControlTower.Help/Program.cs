using SonraiControlTower.Help;

if (args is not [var pages, var output, var module])
{
    Console.Error.WriteLine("Usage: SonraiControlTower.Help <folder of pages> <output folder> <module name>");
    return 2;
}

var problems = HelpCompiler.Compile(pages, output, module);
foreach (var problem in problems)
{
    Console.Error.WriteLine(problem);
}

return problems.Count == 0 ? 0 : 1;
