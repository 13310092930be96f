namespace SonraiControlTower.Dig.Tests;

public sealed class DocumentHeadingTests
{
    [Theory]
    [InlineData("# [V] list\n# used by Get-A, Get-B\nquery Q { q }", OperationStanding.PublicFact, "Get-A Get-B")]
    [InlineData("# [V] list\r\n# used by Get-A\r\nquery Q { q }", OperationStanding.PublicFact, "Get-A")]
    [InlineData("# [I] inferred: Query.q\n# used by Get-A\nquery Q { q }", OperationStanding.Inferred, "Get-A")]
    [InlineData("query Q { q }", OperationStanding.Inferred, "")]
    public void The_comments_at_the_head_say_the_source_and_the_commands(string text, string standing, string usedBy)
    {
        var heading = DocumentHeading.Read(text);

        heading.Standing.ShouldBe(standing);
        string.Join(' ', heading.UsedBy).ShouldBe(usedBy);
    }
}
