using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.LeastPrivilege;

public sealed class DataFolderTests
{
    private readonly FakeActivity _activity = new() { Folders = { ["d"] = ["d/authz.json", "d/notes.json", "d/trail.json.gz"] } };
    private readonly FakeIdentities _identities = new() { Folders = { ["d"] = ["d/authz.json"] } };

    public DataFolderTests()
    {
        _identities.Wrong.Add(IdentityProblems.Foreign("d/notes.json"));
        _activity.Wrong["d/authz.json"] = ActivityProblems.Foreign("d/authz.json", "it has no 'Records'.");
        _activity.Wrong["d/notes.json"] = ActivityProblems.Foreign("d/notes.json", "it has no 'Records'.");
    }

    [Fact]
    public async Task A_file_of_the_one_kind_is_no_problem_of_the_other()
    {
        var import = await ImportAsync();

        import.Problems.ShouldBeEmpty();
        import.Identities.ShouldHaveSingleItem().Source.ShouldBe("d/authz.json");
        import.Activity.Files.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_of_neither_kind_is_left_aside_with_one_warning()
    {
        var import = await ImportAsync();

        import.Unused.ShouldBe(["d/notes.json"]);
        import.Warning!.ShouldContain("'d/notes.json'");
    }

    [Fact]
    public async Task What_is_broken_is_a_problem()
    {
        _identities.Wrong.Add(IdentityProblems.Unreadable("d/broken.json", "it breaks off."));
        _activity.Wrong["d/trail.json.gz"] = ActivityProblems.Damaged("d/trail.json.gz", 17, "it breaks off.");

        var import = await ImportAsync();

        import.Problems.Select(problem => problem.Id).ShouldBe(["IdentityFileUnreadable", "ActivityFileDamaged"]);
    }

    [Fact]
    public async Task A_folder_with_nothing_that_tells_is_warned_of()
    {
        _activity.Folders["empty"] = [];

        (await new DataFolder(new Fake(_activity, _identities), "empty").ImportAsync(_ => { }, default)).Warning!.ShouldContain("neither");
    }

    private Task<DataFolderImport> ImportAsync() => new DataFolder(new Fake(_activity, _identities), "d").ImportAsync(_ => { }, default);

    private sealed record Fake(IActivity Activity, IIdentities Identities) : IAnalysis
    {
        public IPermissions Permissions => throw new NotSupportedException();

        public IRecommendations Recommendations => throw new NotSupportedException();

        public IRehearsals Rehearsals => throw new NotSupportedException();

        public IActionCatalog Catalog => throw new NotSupportedException();
    }
}
