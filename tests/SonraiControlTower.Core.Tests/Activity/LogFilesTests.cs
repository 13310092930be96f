using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Activity;

public sealed class LogFilesTests
{
    private readonly FakeActivity _activity = new() { Folders = { ["a"] = ["a/1", "a/2"], ["b"] = ["b/1"] } };
    private readonly List<Problem> _problems = [];

    [Fact]
    public async Task Paths_are_gone_through_in_their_order()
    {
        (await NamesAsync("b", "a")).ShouldBe(["b/1", "a/1", "a/2"]);

        _problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_path_at_which_there_is_nothing_is_told_and_the_others_are_gone_through()
    {
        (await NamesAsync("a", "nowhere", "b")).ShouldBe(["a/1", "a/2", "b/1"]);

        _problems.ShouldHaveSingleItem().Id.ShouldBe("ActivityPathNotFound");
        _problems[0].Target.ShouldBe("nowhere");
    }

    private ValueTask<List<string>> NamesAsync(params string[] paths) =>
        LogFiles.AtAsync(_activity, paths, _problems.Add, default).Select(file => file.Name).ToListAsync();
}
