namespace SonraiControlTower.Sandbox.Tests;

public sealed class LandingZoneTests
{
    private const string Prod = "ou-q7xk-6bt9oi4w";
    private const string Security = "ou-q7xk-4kd02mzs";
    private readonly FakeTimeProvider _clock = Zones.Clock();
    private readonly LandingZone _zone;

    public LandingZoneTests() => _zone = LandingZone.Sample(_clock);

    [Fact]
    public void A_new_account_is_active_and_in_the_root()
    {
        var account = _zone.CreateAccount("Route planner prod", "aws+route-planner@example.com");

        account.Status.ShouldBe("ACTIVE");
        account.JoinedMethod.ShouldBe("CREATED");
        account.JoinedTimestamp.ShouldBe(_clock.GetUtcNow());
        account.OrganizationId.ShouldBe("o-exampleorgid");
        _zone.ParentOf(AccountId.Parse(account.AccountId)).ShouldBe("r-q7xk");
    }

    [Fact]
    public void An_address_can_be_used_once_in_whatever_case()
    {
        var problem = Zones.Refusal(() => _zone.CreateAccount("Another audit", "AWS+audit@example.com"));

        problem.Id.ShouldBe("AwsConflict");
        problem.Message.ShouldContain("EMAIL_ALREADY_EXISTS");
    }

    [Theory]
    [InlineData("no address at all")]
    [InlineData("Somebody <aws+x@example.com>")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string email) =>
        Zones.Refusal(() => _zone.CreateAccount("New", email)).Message.ShouldContain("INVALID_EMAIL");

    [Theory]
    [InlineData("")]
    [InlineData("an account whose name is longer than the fifty there are")]
    public void A_name_has_one_to_fifty_characters(string name) =>
        Zones.Refusal(() => _zone.CreateAccount(name, "aws+new@example.com")).Message.ShouldContain("InvalidInputException");

    [Fact]
    public void A_full_organization_takes_no_account_until_one_is_gone_for_good()
    {
        var zone = LandingZone.Generate(50_000, seed: 1, _clock);

        Zones.Refusal(() => zone.CreateAccount("One more", "aws+more@example.com")).Message.ShouldContain("ACCOUNT_NUMBER_LIMIT_EXCEEDED");
        _clock.Advance(TimeSpan.FromDays(50));
        zone.CreateAccount("One more", "aws+more@example.com").IsActive.ShouldBeTrue();
    }

    [Fact]
    public void A_moved_account_changes_its_parent_and_nothing_else()
    {
        var before = _zone.Account(Zones.Audit);

        _zone.MoveAccount(Zones.Audit, Security, Prod);

        _zone.ParentOf(Zones.Audit).ShouldBe(Prod);
        _zone.Account(Zones.Audit).ShouldBe(before);
    }

    [Theory]
    [InlineData("999999999999", Security, Prod, "AwsNotFound", "AccountNotFoundException")]
    [InlineData("222233334444", Prod, Security, "AwsNotFound", "SourceParentNotFoundException")]
    [InlineData("222233334444", Security, "ou-q7xk-nowhere00", "AwsNotFound", "DestinationParentNotFoundException")]
    [InlineData("222233334444", Security, Security, "AwsConflict", "DuplicateAccountException")]
    public void A_move_that_cannot_be_is_refused_with_AWSs_code(string id, string from, string to, string problemId, string code)
    {
        var problem = Zones.Refusal(() => _zone.MoveAccount(AccountId.Parse(id), from, to));

        problem.Id.ShouldBe(problemId);
        problem.Message.ShouldContain(code);
    }

    [Fact]
    public void A_closed_account_is_pending_then_suspended_then_gone()
    {
        _zone.CloseAccount(Zones.Audit);

        _zone.Account(Zones.Audit).Status.ShouldBe("PENDING_CLOSURE");
        _clock.Advance(TimeSpan.FromMinutes(15));
        _zone.Account(Zones.Audit).Status.ShouldBe("SUSPENDED");
        _clock.Advance(TimeSpan.FromDays(90));
        _zone.Accounts().Ids().ShouldNotContain(Zones.Audit);
        Zones.Refusal(() => _zone.CloseAccount(Zones.Audit)).Id.ShouldBe("AwsNotFound");
    }

    [Fact]
    public void An_account_is_closed_once()
    {
        _zone.CloseAccount(Zones.Audit);

        var problem = Zones.Refusal(() => _zone.CloseAccount(Zones.Audit));

        problem.Id.ShouldBe("AwsConflict");
        problem.Message.ShouldContain("AccountAlreadyClosedException");
    }

    [Fact]
    public void The_management_account_cannot_be_closed() =>
        Zones.Refusal(() => _zone.CloseAccount(Zones.Management)).Message.ShouldContain("CANNOT_CLOSE_MANAGEMENT_ACCOUNT");

    [Fact]
    public void Three_accounts_can_be_closing_at_once()
    {
        var zone = LandingZone.Generate(100, seed: 1, _clock);
        var active = zone.Accounts().Where(account => account.IsActive && !account.IsManagementAccount).Ids();
        foreach (var id in active.Take(3))
        {
            zone.CloseAccount(id);
        }

        Zones.Refusal(() => zone.CloseAccount(active[3])).Message.ShouldContain("CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED");
        _clock.Advance(TimeSpan.FromMinutes(15));
        Should.NotThrow(() => zone.CloseAccount(active[3]));
    }

    [Fact]
    public void A_tenth_of_the_accounts_but_ten_at_least_can_be_closed_within_thirty_days()
    {
        var zone = LandingZone.Generate(60, seed: 1, _clock);
        var active = zone.Accounts().Where(account => account.IsActive && !account.IsManagementAccount).Ids();
        foreach (var id in active.Take(10))
        {
            zone.CloseAccount(id);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Zones.Refusal(() => zone.CloseAccount(active[10])).Message.ShouldContain("CLOSE_ACCOUNT_QUOTA_EXCEEDED");
        _clock.Advance(TimeSpan.FromDays(30));
        Should.NotThrow(() => zone.CloseAccount(active[10]));
    }

    [Fact]
    public async Task Accounts_created_on_many_threads_are_all_there_with_ids_of_their_own()
    {
        var before = _zone.Accounts().Count;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            Task.Run(() => _zone.CreateAccount($"Account {number}", $"aws+{number}@example.com"))));

        _zone.Accounts().Count.ShouldBe(before + 200);
        _zone.Accounts().Ids().ShouldBeUnique();
    }
}
