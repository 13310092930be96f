namespace SonraiControlTower.Engine.Tests.Bots;

public sealed class LocalBotsTests
{
    private static readonly string[] _leastPrivilege =
        ["Apply Recommended/Non-Logged Actions Policy to Identity", "Apply Monitored Actions Policy to Identity"];

    [Fact]
    public async Task Every_public_remediation_for_AWS_is_there_once_with_a_sentence_of_its_own()
    {
        var bots = await Engines.Started().Bots.ListAsync(default).ToListAsync();

        bots.Count.ShouldBe(26);
        bots.Select(bot => bot.Srn).Distinct().Count().ShouldBe(26);
        bots.Select(bot => bot.Title).Distinct().Count().ShouldBe(26);
        bots.Select(bot => bot.Description).Distinct().Count().ShouldBe(26);
        bots.ShouldAllBe(bot => bot.Cloud == "AWS" && bot.Srn.StartsWith("srn:supersonrai::bot/") && bot.Description!.EndsWith('.'));
    }

    [Fact]
    public async Task Remediation_types_are_those_of_the_manifests()
    {
        var bots = await Engines.Started().Bots.ListAsync(default).ToListAsync();

        bots.CountBy(bot => bot.RemediationType ?? "").ToDictionary().ShouldBe(
            new Dictionary<string, int>
            {
                [RemediationType.UpdatePolicy] = 4,
                [RemediationType.DeleteIdentity] = 4,
                [RemediationType.DeleteAccessKey] = 1,
                [""] = 17,
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Permissions_are_given_where_they_are_public_and_nowhere_else()
    {
        var bots = await Engines.Started().Bots.ListAsync(default).ToListAsync();

        var known = bots.Where(bot => bot.RequiredPermissions.Count > 0).ToList();

        known.Select(bot => bot.Title).ShouldBe(_leastPrivilege);
        known.ShouldAllBe(bot => bot.RequiredPermissions.Count == 13 && bot.RequiredPermissions.All(action => action.Contains(':')));
    }

    [Fact]
    public void The_file_says_where_it_is_from_and_its_ids_are_ids()
    {
        var file = BotFile.Load();

        file.Source.ShouldContain("manifests");
        file.Bots.ShouldAllBe(entry => IsId(entry.Uuid) && entry.Folder.Length > 0);
    }

    private static bool IsId(string text) => Guid.TryParse(text, out _);
}
