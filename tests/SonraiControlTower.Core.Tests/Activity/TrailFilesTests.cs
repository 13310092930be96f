using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Activity;

public sealed class TrailFilesTests
{
    private const string Org = "o-exampleorgid";

    private static readonly FakeS3 _trail = Trail();
    private readonly FakeS3 _s3 = Trail();

    [Fact]
    public async Task Without_a_wish_every_file_of_records_comes_and_nothing_else()
    {
        var keys = await KeysAsync(new TrailFilesQuery());

        keys.Count.ShouldBe(2 * 2 * 3);
        keys.ShouldAllBe(key => key.Contains("/CloudTrail/", StringComparison.Ordinal));
        _s3.Listings.ShouldBe([""]);
    }

    [Fact]
    public async Task A_file_is_named_by_its_place_and_opened_from_there()
    {
        var file = (await new TrailFiles(_s3, "logs").ListAsync(new TrailFilesQuery(), default).ToListAsync())[0];

        file.Name.ShouldBe($"s3://logs/AWSLogs/{Org}/111122223333/CloudTrail/eu-west-1/2026/10/31/a.json.gz");
        file.Length.ShouldBe(7);
        using var text = new StreamReader(await file.OpenAsync!(default));
        (await text.ReadToEndAsync()).ShouldBe(file.Name["s3://".Length..]);
    }

    [Fact]
    public async Task Days_are_those_of_the_folders_both_ends_included()
    {
        var keys = await KeysAsync(new TrailFilesQuery { From = new DateOnly(2026, 11, 1), To = new DateOnly(2026, 11, 2) });

        keys.Select(key => key.Split('/')[^2]).Distinct().ShouldBe(["01", "02"]);
        keys.Count.ShouldBe(2 * 2 * 2);
    }

    [Fact]
    public async Task Of_days_that_are_not_asked_for_nothing_is_listed_but_the_one_after_the_end()
    {
        await KeysAsync(new TrailFilesQuery { From = new DateOnly(2026, 10, 31), To = new DateOnly(2026, 10, 31), Accounts = new HashSet<AccountId> { AccountId.Parse("111122223333") } });

        _s3.Given.ShouldBe(2 * 2);
        _s3.Listings.ShouldNotContain(listing => listing.Contains("444455556666", StringComparison.Ordinal));
        _s3.Listings.ShouldNotContain(listing => listing.Contains("Digest", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AWSLogs/")]
    [InlineData("AWSLogs/o-")]
    [InlineData("AWSLogs/o-exampleorgid/444455556666/")]
    [InlineData("AWSLogs/o-exampleorgid/444455556666/CloudTrail/eu-")]
    [InlineData("AWSLogs/o-exampleorgid/444455556666/CloudTrail/eu-west-1/2026/11/")]
    public async Task A_prefix_may_end_anywhere_in_the_layout(string prefix)
    {
        var keys = await KeysAsync(new TrailFilesQuery { Prefix = prefix, From = new DateOnly(2026, 11, 2), Accounts = new HashSet<AccountId> { AccountId.Parse("444455556666") } });

        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(key => key.StartsWith(prefix, StringComparison.Ordinal) && key.Contains("/444455556666/", StringComparison.Ordinal) && key.Contains("/2026/11/02/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trail_of_one_account_has_no_organization_in_its_keys()
    {
        var s3 = new FakeS3("CloudTrail/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/01/a.json.gz", "CloudTrail/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/02/b.json.gz");

        var files = await new TrailFiles(s3, "logs").ListAsync(new TrailFilesQuery { To = new DateOnly(2026, 11, 1) }, default).ToListAsync();

        files.ShouldHaveSingleItem().Name.ShouldEndWith("a.json.gz");
    }

    [Fact]
    public async Task Files_that_somebody_put_elsewhere_come_where_nothing_is_asked_of_folders()
    {
        var s3 = new FakeS3("copies/one.json", "copies/two.json.gz", "copies/readme.txt", "copies/111122223333.json");

        (await new TrailFiles(s3, "logs").ListAsync(new TrailFilesQuery { Prefix = "copies/" }, default).CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task By_folders_the_same_files_come_as_without_in_the_same_order() =>
        (await KeysAsync(new TrailFilesQuery { IsInTrailLayout = true })).ShouldBe(
            await new TrailFiles(_trail, "logs").ListAsync(new TrailFilesQuery(), default).Select(file => file.Name).ToListAsync());

    private async Task<List<string>> KeysAsync(TrailFilesQuery query) =>
        [.. (await new TrailFiles(_s3, "logs").ListAsync(query, default).ToListAsync()).Select(file => query.IsInTrailLayout ? file.Name : file.Name["s3://logs/".Length..])];

    private static FakeS3 Trail()
    {
        var records =
            from account in new[] { "111122223333", "444455556666" }
            from region in new[] { "eu-west-1", "us-east-1" }
            from day in new[] { "2026/10/31", "2026/11/01", "2026/11/02" }
            select $"AWSLogs/{Org}/{account}/CloudTrail/{region}/{day}/a.json.gz";
        return new FakeS3(
        [
            .. records,
            $"AWSLogs/{Org}/111122223333/CloudTrail-Digest/eu-west-1/2026/11/01/d.json.gz",
            $"AWSLogs/{Org}/111122223333/CloudTrail-Insight/eu-west-1/2026/11/01/i.json.gz",
            $"AWSLogs/{Org}/111122223333/Config/eu-west-1/2026/11/1/ConfigHistory/c.json.gz",
            $"AWSLogs/{Org}/111122223333/CloudTrail/",
        ]);
    }
}
