namespace SonraiControlTower.Core.Tests.Accounts;

public sealed class OrgAccountTests
{
    private static readonly OrgAccount _member = new()
    {
        AccountId = "444455556666",
        Name = "Member",
        Status = "ACTIVE",
        Arn = "arn:aws:organizations::111122223333:account/o-exampleorgid/444455556666",
    };

    [Fact]
    public void Its_organization_is_told_by_the_ARN()
    {
        _member.OrganizationId.ShouldBe("o-exampleorgid");
        (_member with { Arn = null }).OrganizationId.ShouldBeNull();
    }

    [Fact]
    public void Only_the_account_that_the_ARN_names_as_such_is_the_management_account()
    {
        _member.IsManagementAccount.ShouldBeFalse();
        (_member with { AccountId = "111122223333" }).IsManagementAccount.ShouldBeTrue();
        (_member with { Arn = null }).IsManagementAccount.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ACTIVE", true)]
    [InlineData("SUSPENDED", false)]
    [InlineData("PENDING_CLOSURE", false)]
    [InlineData("PENDING_ACTIVATION", false)]
    public void Only_an_active_account_can_be_worked_with(string status, bool active) =>
        (_member with { Status = status }).IsActive.ShouldBe(active);
}
