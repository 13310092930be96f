using System.Text.RegularExpressions;

namespace SonraiControlTower.Sandbox.Tests.Estates;

public sealed partial class SampleEstateTests
{
    private readonly FakeTimeProvider _clock = Zones.Clock();
    private readonly EstateFile _file = EstateFile.ReadSample();
    private readonly LandingZone _zone;

    public SampleEstateTests() => _zone = LandingZone.Sample(_clock);

    [Fact]
    public void The_file_says_that_it_is_made_up() =>
        string.Join(' ', _file.About).ShouldContain("made up");

    [Fact]
    public void It_has_about_two_dozen_accounts() =>
        _zone.Accounts().Count.ShouldBeInRange(22, 28);

    [Fact]
    public void Its_swimlanes_hold_accounts_of_the_estate()
    {
        var ids = _zone.Accounts().Select(account => account.AccountId).ToList();

        _zone.Swimlanes.Count.ShouldBe(4);
        _zone.Swimlanes.Select(one => one.Srn).ShouldBeUnique();
        _zone.Swimlanes.ShouldAllBe(one => one.Accounts.Count > 0 && one.Accounts.All(ids.Contains) && !one.IsGlobal);
    }

    [Fact]
    public void Ids_and_addresses_are_all_distinct()
    {
        _zone.Accounts().Select(account => account.AccountId).ShouldBeUnique();
        _zone.Accounts().Select(account => account.Email).ShouldBeUnique();
    }

    [Fact]
    public void Nobody_can_get_mail_at_its_addresses() =>
        _zone.Accounts().ShouldAllBe(account => account.Email!.EndsWith("@example.com", StringComparison.Ordinal));

    [Fact]
    public void One_id_starts_with_a_zero_as_spreadsheets_spoil_them() =>
        _zone.Accounts().ShouldContain(account => account.AccountId.StartsWith('0'));

    [Fact]
    public void Ids_of_the_tree_have_the_form_of_AWSs()
    {
        _file.OrganizationId.ShouldMatch("^o-[a-z0-9]{10,32}$");
        _file.Root.Id.ShouldMatch("^r-[0-9a-z]{4,32}$");
        _file.Root.SelfAndBelow().Skip(1).ShouldAllBe(unit => UnitId().IsMatch(unit.Id));
    }

    [Fact]
    public void Every_account_has_a_complete_ARN()
    {
        _zone.Accounts().ShouldAllBe(account =>
            account.Arn == $"arn:aws:organizations::111122223333:account/o-exampleorgid/{account.AccountId}");
    }

    [Fact]
    public void The_tree_is_three_units_deep()
    {
        Depth(_file.Root).ShouldBe(3);

        static int Depth(EstateUnit unit) => unit.Units.Count == 0 ? 0 : 1 + unit.Units.Max(Depth);
    }

    [Fact]
    public void The_management_account_is_in_the_root()
    {
        _zone.ParentOf(Zones.Management).ShouldBe("r-q7xk");
        _zone.Account(Zones.Management).IsManagementAccount.ShouldBeTrue();
    }

    [Fact]
    public void The_core_accounts_are_in_Security()
    {
        var security = _file.Root.Units.Single(unit => unit.Name == "Security");

        security.Accounts.Select(account => account.Name).ShouldBe(["Audit", "Log archive"]);
    }

    [Fact]
    public void The_collector_runs_in_the_audit_account_of_the_sandboxs_tenant()
    {
        _zone.Collector.Name.ShouldBe("larkmoor-security");
        _zone.Collector.CloudType.ShouldBe("aws");
        _zone.Collector.Srn.ShouldStartWith($"srn:{LandingZone.Tenant}::PlatformAccount/");
        _zone.Account(_zone.SecurityAccountId).Name.ShouldBe("Audit");
    }

    [Fact]
    public void One_account_is_suspended_and_one_about_to_be()
    {
        var others = _zone.Accounts().Where(account => !account.IsActive).Select(account => account.Status);

        others.ShouldBe(["SUSPENDED", "PENDING_CLOSURE"], ignoreOrder: true);
    }

    [Fact]
    public void One_account_has_just_been_created() =>
        _zone.Accounts().Where(account => account.JoinedTimestamp == _clock.GetUtcNow()).ShouldHaveSingleItem();

    [Fact]
    public void One_account_was_never_enrolled_so_that_a_roll_out_has_something_to_tell() =>
        _file.Root.SelfAndBelow().SelectMany(unit => unit.Accounts).Where(account => !account.Enrolled)
            .ShouldHaveSingleItem().Name.ShouldBe("Harbourline data");

    [Fact]
    public void Accounts_were_created_here_or_invited() =>
        _zone.Accounts().Select(account => account.JoinedMethod).Distinct().ShouldBe(["CREATED", "INVITED"], ignoreOrder: true);

    [GeneratedRegex("^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$")]
    private static partial Regex UnitId();
}
