using System.Reflection;
using SonraiControlTower.LambdaProbe;

// usage: SonraiControlTower.LambdaProbe FOLDER ASSEMBLY::TYPE::METHOD < payload; the answer is the last line, after "answer: ".
if (args is not [var folder, var handler] || handler.Split("::") is not [var assemblyName, var typeName, var methodName])
{
    await Console.Error.WriteLineAsync("Give the folder of the package, and a handler.");
    return 2;
}

var context = new PackageContext(Path.Combine(Path.GetFullPath(folder), $"{assemblyName}.dll"));
var type = context.LoadFromAssemblyName(new AssemblyName(assemblyName)).GetType(typeName, throwOnError: true)!;
var handle = type.GetMethod(methodName)!.CreateDelegate<Func<Stream, Task<Stream>>>(Activator.CreateInstance(type));
try
{
    using var input = Console.OpenStandardInput();
    using var answer = new StreamReader(await handle(input));
    Console.WriteLine($"answer: {await answer.ReadToEndAsync()}");
    return 0;
}
catch (Exception exception)
{
    // As Lambda has it: the message of what left the handler.
    await Console.Error.WriteLineAsync($"{exception.GetType().Name}: {exception.Message}");
    return 1;
}
