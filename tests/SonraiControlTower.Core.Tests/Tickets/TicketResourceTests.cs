namespace SonraiControlTower.Core.Tests.Tickets;

public sealed class TicketResourceTests
{
    private readonly SonraiTicket _ticket = new()
    {
        Title = "AWS Roles: Unused Sensitive Permissions",
        Srn = "srn:t::Ticket/1",
        Status = TicketStatus.New,
        ResourceName = "worker",
        ResourceType = "Role",
        Account = "222233334444",
    };

    [Fact]
    public void A_principal_is_told_by_account_kind_and_name_with_a_path_or_without() =>
        TicketResource.PrincipalPatterns(_ticket).ShouldBe(["arn:*:iam::222233334444:role/worker", "arn:*:iam::222233334444:role/*/worker"]);

    [Fact]
    public void Of_a_kind_that_is_not_known_any_will_do() =>
        TicketResource.PrincipalPatterns(_ticket with { ResourceType = "Identity" })[0].ShouldBe("arn:*:iam::222233334444:*/worker");

    [Fact]
    public void A_ticket_that_names_nobody_of_an_account_tells_of_none()
    {
        TicketResource.PrincipalPatterns(_ticket with { ResourceName = null }).ShouldBeEmpty();
        TicketResource.PrincipalPatterns(_ticket with { Account = "subscription" }).ShouldBeEmpty();
    }
}
