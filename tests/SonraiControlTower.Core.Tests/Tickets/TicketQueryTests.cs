using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Tickets;

public sealed class TicketQueryTests
{
    private static readonly SonraiTicket _ticket = FakeTickets.Ticket("a") with { ResourceName = "deployer" };

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/deployer", true)]
    [InlineData("arn:aws-us-gov:iam::111122223333:role/ci/deployer", true)]
    [InlineData("arn:aws:iam::999988887777:role/deployer", false)]
    [InlineData("arn:aws:iam::111122223333:role/other", false)]
    [InlineData("arn:aws:s3:::deployer", true)]
    public void A_resource_is_known_by_the_account_and_the_name_in_its_ARN(string arn, bool matches) =>
        TicketResource.ByArn(arn, Same)!(_ticket).ShouldBe(matches);

    [Fact]
    public void What_is_no_ARN_is_a_name() => TicketResource.ByArn("deployer", Same).ShouldBeNull();

    [Fact]
    public void The_account_and_the_name_of_an_ARN_may_be_patterns() =>
        TicketResource.ByArn("arn:aws:iam::*:role/dep*", _ => _ => true)!(_ticket).ShouldBeTrue();

    [Fact]
    public void A_name_may_be_that_of_the_resource_or_its_SRN()
    {
        TicketResource.ByName(name => name == "deployer")(_ticket).ShouldBeTrue();
        TicketResource.ByName(name => name == _ticket.ResourceSrn)(_ticket).ShouldBeTrue();
        TicketResource.ByName(name => name == "other")(_ticket).ShouldBeFalse();
    }

    [Fact]
    public void An_account_is_compared_as_an_account()
    {
        var query = new TicketQuery { Accounts = [AccountId.Parse("111122223333")] };

        query.PassesOwnConditions(_ticket).ShouldBeTrue();
        query.PassesOwnConditions(_ticket with { Account = "111122224444" }).ShouldBeFalse();
        query.PassesOwnConditions(_ticket with { Account = "a-project" }).ShouldBeFalse();
        query.PassesOwnConditions(_ticket with { Account = null }).ShouldBeFalse();
    }

    [Fact]
    public void A_range_has_both_its_ends_and_nothing_unknown()
    {
        var (from, to) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));

        new DateRange(from, to).Contains(from).ShouldBeTrue();
        new DateRange(from, to).Contains(to).ShouldBeTrue();
        new DateRange(from, to).Contains(to.AddTicks(1)).ShouldBeFalse();
        new DateRange(from, null).Contains(DateTimeOffset.MaxValue).ShouldBeTrue();
        new DateRange(null, to).Contains(DateTimeOffset.MinValue).ShouldBeTrue();
        new DateRange(from, null).Contains(null).ShouldBeFalse();
        default(DateRange).Contains(null).ShouldBeTrue();
    }

    private static Func<string, bool> Same(string pattern) => text => text == pattern;
}
