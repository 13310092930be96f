using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Tests.Pages;

public sealed class SyntaxLineTests
{
    [Fact]
    public void Every_form_that_PowerShell_writes_is_understood()
    {
        const string Line = "Get-X [[-A] <int>] [-B] <string[]> [-C <uri>] -D <Dictionary[string,int]> [-E] -F [<CommonParameters>]";

        SyntaxLine.Read("Get-X", Line, 1).ShouldBe(
        [
            new SyntaxParameter("A", "int", Required: false, Positional: true),
            new SyntaxParameter("B", "string[]", Required: true, Positional: true),
            new SyntaxParameter("C", "uri", Required: false, Positional: false),
            new SyntaxParameter("D", "Dictionary[string,int]", Required: true, Positional: false),
            new SyntaxParameter("E", null, Required: false, Positional: false),
            new SyntaxParameter("F", null, Required: true, Positional: false),
        ]);
    }

    [Fact]
    public void A_command_without_parameters_has_the_common_ones_only() =>
        SyntaxLine.Read("Get-X", "Get-X [<CommonParameters>]", 1).ShouldBeEmpty();

    [Theory]
    [InlineData("Get-Y [-A] [<CommonParameters>]")]
    [InlineData("Get-X [-A]")]
    [InlineData("Get-X A [<CommonParameters>]")]
    [InlineData("Get-X [-A <int> [<CommonParameters>]")]
    [InlineData("Get-X [-A]] <int> [<CommonParameters>]")]
    public void Anything_else_is_refused(string line)
    {
        var refused = Should.Throw<MalformedPageException>(() => SyntaxLine.Read("Get-X", line, 12));

        refused.In("page.md").Line.ShouldBe(12);
        refused.Message.ShouldContain("Get-Command Get-X -Syntax");
    }
}
