using SonraiControlTower.CatalogCompiler;
using SonraiControlTower.Engine;

if (args is not [var newest, var older, var sdk, var output])
{
    Console.Error.WriteLine("Usage: SonraiControlTower.CatalogCompiler <newest iam-data> <iam-data with dependents> <botocore's data> <output file>");
    return 2;
}

try
{
    var content = Compiler.Compile(IamDataPackage.Read(newest), IamDataPackage.Read(older), SdkModels.Read(sdk));
    using (var file = File.Create(output))
    {
        CatalogWriter.Write(content, file);
    }

    Console.WriteLine($"{content.Services.Count} services, {content.Services.Sum(service => service.Actions.Count)} actions, {new FileInfo(output).Length} bytes");
    return 0;
}
catch (Exception failure) when (failure is IOException or InvalidDataException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
