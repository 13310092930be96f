namespace SonraiControlTower.Sandbox.Tests.Estates;

public sealed class GeneratedEstateTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(41)]
    [InlineData(5_000)]
    [InlineData(50_000)]
    public void It_has_as_many_accounts_as_asked_for_and_no_id_twice(int accounts)
    {
        var zone = LandingZone.Generate(accounts, seed: 7, Zones.Clock());

        zone.Accounts().Count.ShouldBe(accounts);
        zone.Accounts().Select(account => account.AccountId).ShouldBeUnique();
    }

    [Fact]
    public void The_same_seed_gives_the_same_estate()
    {
        var one = LandingZone.Generate(500, seed: 7, Zones.Clock());
        var two = LandingZone.Generate(500, seed: 7, Zones.Clock());

        one.Accounts().ShouldBe(two.Accounts());
    }

    [Fact]
    public void Another_seed_gives_another_estate()
    {
        var one = LandingZone.Generate(500, seed: 7, Zones.Clock());
        var two = LandingZone.Generate(500, seed: 8, Zones.Clock());

        one.Accounts().Ids().Intersect(two.Accounts().Ids()).ShouldBeEmpty();
        one.Organization.Id.ShouldNotBe(two.Organization.Id);
    }

    [Fact]
    public void The_largest_estate_keeps_AWSs_quotas_for_the_tree()
    {
        var root = GeneratedEstate.Of(50_000, seed: 1).Root;

        root.SelfAndBelow().Count().ShouldBeLessThanOrEqualTo(2_000);
        Depth(root).ShouldBeLessThanOrEqualTo(5);

        static int Depth(EstateUnit unit) => unit.Units.Count == 0 ? 0 : 1 + unit.Units.Max(Depth);
    }

    [Fact]
    public void Accounts_are_spread_over_the_units()
    {
        var units = GeneratedEstate.Of(2_000, seed: 1).Root.SelfAndBelow().Where(unit => unit.Id.StartsWith("ou-gen0-0", StringComparison.Ordinal));

        units.ShouldAllBe(unit => unit.Accounts.Count > 0 && unit.Accounts.Count < 200);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50_001)]
    public void A_size_without_a_landing_zone_is_refused(int accounts) =>
        Should.Throw<ArgumentOutOfRangeException>(() => LandingZone.Generate(accounts, seed: 1));
}
