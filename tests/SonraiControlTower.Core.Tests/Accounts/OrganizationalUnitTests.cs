namespace SonraiControlTower.Core.Tests.Accounts;

public sealed class OrganizationalUnitTests
{
    private static readonly OrganizationalUnit _root = OrganizationalUnit.Root("r-1", "Root");
    private static readonly OrganizationalUnit _prod = _root.Child("ou-1", "Workloads").Child("ou-2", "Prod");

    [Fact]
    public void A_path_names_every_unit_from_the_root_down()
    {
        _root.Path.ShouldBe("/");
        _prod.Path.ShouldBe("/Workloads/Prod");
    }

    [Theory]
    [InlineData("ou-2")]
    [InlineData("/Workloads/Prod")]
    [InlineData("/workloads/prod/")]
    [InlineData("PROD")]
    public void A_unit_is_called_by_id_by_path_or_by_name(string text) =>
        _prod.IsCalled(text).ShouldBeTrue();

    [Theory]
    [InlineData("OU-2")]
    [InlineData("/Prod")]
    [InlineData("Pro")]
    [InlineData("/")]
    [InlineData("")]
    public void Anything_else_is_not_its_name(string text) =>
        _prod.IsCalled(text).ShouldBeFalse();

    [Theory]
    [InlineData("/")]
    [InlineData("r-1")]
    [InlineData("root")]
    public void The_root_is_called_by_a_slash_too(string text) =>
        _root.IsCalled(text).ShouldBeTrue();
}
