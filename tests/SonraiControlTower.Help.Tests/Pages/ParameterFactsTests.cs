using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Tests.Pages;

public sealed class ParameterFactsTests
{
    private static readonly string[] _good =
    [
        "Type: Int32", "Parameter Sets: A, B", "Aliases: N", "", "Required: False", "Position: 2", "Default value: 7",
        "Accept pipeline input: True (ByValue)", "Accept wildcard characters: False",
    ];

    [Fact]
    public void A_yaml_block_is_read()
    {
        var facts = ParameterFacts.Read(new KeyedLines(_good, 1));

        facts.Type.ShouldBe("Int32");
        facts.Sets.ShouldBe(["A", "B"]);
        facts.Aliases.ShouldBe(["N"]);
        facts.Required.ShouldBeFalse();
        facts.Position.ShouldBe(2);
        facts.Default.ShouldBe("7");
        facts.Pipeline.ShouldBe("True (ByValue)");
        facts.Wildcards.ShouldBeFalse();
        facts.HoldIn("B").ShouldBeTrue();
        facts.HoldIn("C").ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, "", 10, "'Type' is missing")]
    [InlineData(0, "Type:", 10, "'Type' has no value")]
    [InlineData(1, "Parameter Sets:", 11, "names no set")]
    [InlineData(2, "Alias: N", 12, "'Alias' is not known")]
    [InlineData(2, "Type: Int32", 12, "for the second time")]
    [InlineData(2, "Aliases", 12, "not of the form")]
    [InlineData(4, "Required: Yes", 14, "'Required' is 'Yes'")]
    [InlineData(5, "Position: -1", 15, "'Position' is '-1'")]
    [InlineData(5, "Position: first", 15, "'Position' is 'first'")]
    [InlineData(7, "Accept pipeline input: ByValue", 17, "'Accept pipeline input' is 'ByValue'")]
    public void What_it_should_not_say_is_refused_at_its_line(int index, string line, int at, string what)
    {
        string[] lines = [.. _good[..index], line, .. _good[(index + 1)..]];

        var refused = Should.Throw<MalformedPageException>(() => ParameterFacts.Read(new KeyedLines(lines, 10)));

        refused.Message.ShouldContain(what);
        refused.In("page.md").Line.ShouldBe(at);
    }
}
