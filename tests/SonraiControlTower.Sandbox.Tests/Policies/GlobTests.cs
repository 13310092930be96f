namespace SonraiControlTower.Sandbox.Tests.Policies;

public sealed class GlobTests
{
    [Theory]
    [InlineData("iam:GetRole", "*", true)]
    [InlineData("iam:GetRole", "iam:Get*", true)]
    [InlineData("iam:GetRole", "iam:*Role", true)]
    [InlineData("iam:GetRole", "iam:*e*e", true)]
    [InlineData("iam:GetRole", "iam:GetRol?", true)]
    [InlineData("iam:GetRole", "iam:GetRole?", false)]
    [InlineData("iam:GetRole", "iam:get*", false)]
    [InlineData("iam:GetRole", "sts:*", false)]
    [InlineData("iam:GetRole", "", false)]
    [InlineData("", "**", true)]
    public void Stars_and_question_marks_stand_for_signs(string text, string pattern, bool matches) =>
        Glob.IsMatch(text, pattern).ShouldBe(matches);

    [Fact]
    public void Case_does_not_count_where_it_shall_not() =>
        Glob.IsMatch("iam:GetRole", "IAM:getrole", ignoreCase: true).ShouldBeTrue();
}
