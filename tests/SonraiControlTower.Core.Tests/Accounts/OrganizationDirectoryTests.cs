using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Accounts;

public sealed class OrganizationDirectoryTests
{
    private readonly FakeOrganizations _organizations = new();
    private readonly OrganizationDirectory _directory;

    public OrganizationDirectoryTests() => _directory = new OrganizationDirectory(_organizations);

    [Fact]
    public async Task Any_number_of_accounts_is_told_from_one_list()
    {
        var first = _organizations.AddAccount(_organizations.Root);
        var second = _organizations.AddAccount(_organizations.Root, status: "SUSPENDED");

        (await _directory.FindAsync(AccountId.Parse(first.AccountId), default)).ShouldBe(first);
        (await _directory.FindAsync(AccountId.Parse(second.AccountId), default)).ShouldBe(second);
        (await _directory.FindAsync(AccountId.Parse("999999999999"), default)).ShouldBeNull();

        _organizations.Requests.ShouldBe(["ListAccounts"]);
    }

    [Fact]
    public async Task The_organization_is_asked_for_once()
    {
        var first = await _directory.GetOrganizationAsync(default);
        var second = await _directory.GetOrganizationAsync(default);

        second.ShouldBeSameAs(first);
        _organizations.Requests.ShouldBe(["DescribeOrganization"]);
    }

    [Fact]
    public void Nothing_is_asked_before_there_is_need() =>
        _organizations.Requests.ShouldBeEmpty();

    [Fact]
    public async Task A_list_that_broke_off_is_not_taken_for_the_whole()
    {
        var account = _organizations.AddAccount(_organizations.Root);
        _organizations.Answered = request => throw new SonraiException(AwsProblems.Unreachable("ListAccounts", "the line is dead."));
        (await _directory.FindAsync(AccountId.Parse(account.AccountId), default).AsTask().RefusalAsync()).Id.ShouldBe("AwsUnreachable");

        _organizations.Answered = _ => { };

        (await _directory.FindAsync(AccountId.Parse(account.AccountId), default)).ShouldBe(account);
    }
}
