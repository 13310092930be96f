namespace SonraiControlTower.Sandbox.Tests.Organizations;

public sealed class OrganizationsServiceTests
{
    private readonly LandingZone _zone = LandingZone.Generate(500, seed: 5, Zones.Clock());
    private readonly OrganizationsService _service;

    public OrganizationsServiceTests() => _service = new OrganizationsService(_zone);

    [Fact]
    public void A_page_has_twenty_accounts_and_the_last_one_no_token()
    {
        var zone = LandingZone.Generate(40, seed: 5, Zones.Clock());
        var service = new OrganizationsService(zone);

        var first = service.ListAccounts(null);
        var last = service.ListAccounts(first.NextToken);

        first.Items.Count.ShouldBe(20);
        last.Items.Count.ShouldBe(20);
        last.NextToken.ShouldBeNull();
    }

    [Fact]
    public void A_token_tells_nothing_and_differs_from_page_to_page()
    {
        var first = _service.ListAccounts(null);
        var second = _service.ListAccounts(first.NextToken);

        first.NextToken.ShouldNotBeNull().ShouldMatch("^[A-Za-z0-9_-]{48}$");
        second.NextToken.ShouldNotBe(first.NextToken);
    }

    [Fact]
    public void A_page_can_be_asked_for_again()
    {
        var token = _service.ListAccounts(null).NextToken;

        _service.ListAccounts(token).Items.ShouldBe(_service.ListAccounts(token).Items);
    }

    [Fact]
    public void An_account_created_while_pages_are_read_shifts_nothing()
    {
        var first = _service.ListAccounts(null);
        var before = _service.ListAccounts(first.NextToken).Items;

        _zone.CreateAccount("New", "aws+new@example.com");

        _service.ListAccounts(first.NextToken).Items.ShouldBe(before);
    }

    [Fact]
    public void Units_come_in_pages_too()
    {
        var units = Enumerable.Range(0, 40).Select(number => new EstateUnit($"ou-{number}", $"Unit {number}", [], [])).ToList();
        var root = new EstateUnit("r-wide", "Root", [], units);
        var service = new OrganizationsService(new LandingZone(EstateFile.ReadSample() with { Root = root }, Zones.Clock()));

        var first = service.ListOrganizationalUnitsForParent("r-wide", null);
        var last = service.ListOrganizationalUnitsForParent("r-wide", first.NextToken);

        first.Items.Concat(last.Items).ShouldBe(units);
        first.Items.Count.ShouldBe(20);
        last.NextToken.ShouldBeNull();
    }
}
