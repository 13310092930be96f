using SonraiControlTower.Packer;

// usage: SonraiControlTower.Packer FOLDER PACKAGE.zip [PACKAGE.zip ...]
if (args is not [var folder, .. { Length: > 0 } packages])
{
    Console.Error.WriteLine("Give a folder, and the packages to make of it.");
    return 1;
}

var bytes = FunctionPackage.Pack(folder);
foreach (var package in packages)
{
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(package))!);
    File.WriteAllBytes(package, bytes);
}

return 0;
