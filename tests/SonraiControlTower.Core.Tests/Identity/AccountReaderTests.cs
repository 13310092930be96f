using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Identity;

public sealed class AccountReaderTests
{
    private readonly FakeAws _aws = Given.Organization(accounts: 5);
    private readonly FakeIdentities _identities = new();
    private AccountReadingPlan _plan = new() { CollectorAccount = Given.Collector, ExternalId = ExternalId.Parse(Given.ExternalIdText) };

    public AccountReaderTests()
    {
        foreach (var number in Enumerable.Range(2, 4))
        {
            _aws.Roles[(Given.Id(number), RegistrationPlan.DefaultRoleName)] = new FakeRole(Given.Collector, Given.ExternalIdText, default);
        }
    }

    [Fact]
    public async Task Every_account_is_read_through_the_collectors_role_in_it()
    {
        var readings = await ReadAsync(3, 4, 5);

        readings.ShouldAllBe(reading => reading.Problems.Count == 0);
        _identities.Taken.Keys.Order().ShouldBe([Given.Id(3), Given.Id(4), Given.Id(5)]);
        readings.Select(reading => reading.Import!.Source).ShouldContain("arn:aws:iam::000000000003:role/sonrai-collector-role");
    }

    [Fact]
    public async Task Ones_own_account_is_read_as_oneself()
    {
        var reading = (await ReadAsync(1)).ShouldHaveSingleItem();

        reading.Import!.Source.ShouldBe("arn:aws:sts::000000000001:assumed-role/Admin/test");
    }

    [Fact]
    public async Task A_role_that_asks_for_no_external_id_is_asked_with_the_credentials_at_hand()
    {
        _plan = new AccountReadingPlan { RoleName = FakeAws.ExecutionRole };

        (await ReadAsync(3, 4)).ShouldAllBe(reading => reading.Import!.Source.EndsWith("role/AWSControlTowerExecution", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_does_not_let_in_is_told_and_the_others_are_read()
    {
        _aws.Roles.TryRemove((Given.Id(4), RegistrationPlan.DefaultRoleName), out _);

        var readings = await ReadAsync(3, 4, 5);

        var problem = readings.Single(reading => reading.Import is null).Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBe("IdentityAccountNotEntered");
        problem.Target.ShouldBe("000000000004");
        problem.Message.ShouldContain("not authorized to perform: sts:AssumeRole");
        problem.Message.ShouldNotContain(Given.ExternalIdText);
        _identities.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_account_that_may_not_be_read_stays_as_it_was_known()
    {
        _aws.ReadDenialOf = account => account == Given.Id(5) ? "User is not authorized to perform: iam:GetAccountAuthorizationDetails" : null;

        var readings = await ReadAsync(3, 5);

        readings.Single(reading => reading.Import is null).Problems.ShouldHaveSingleItem().Id.ShouldBe("AwsAccessDenied");
        _identities.Taken.Keys.ShouldBe([Given.Id(3)]);
    }

    [Fact]
    public async Task Credentials_that_cannot_become_the_collector_end_the_run_by_name()
    {
        _aws.Home = Given.Id(4);

        (await ReadAsync(3).RefusalAsync()).Id.ShouldBe("NotTheCollector");
    }

    private async Task<List<AccountReading>> ReadAsync(params int[] numbers)
    {
        using var reader = new AccountReader(_aws, new AwsAccess(), _plan, _identities, _aws.Clock);
        return await reader.ReadAsync(numbers.Select(Given.Id), default).ToListAsync();
    }
}
