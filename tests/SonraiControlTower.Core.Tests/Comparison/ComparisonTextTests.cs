using System.Text.RegularExpressions;

namespace SonraiControlTower.Core.Tests.Comparison;

public sealed partial class ComparisonTextTests
{
    private static readonly SonraiPolicyComparison _narrowed = Given.Comparison(
        Given.Policy(Given.Statement("Queue", "sqs:SendMessage sqs:DeleteQueue"), Given.Statement("Gone", "iam:PassRole")),
        Given.Policy(Given.Statement("UsedOfQueue", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:q")),
        Given.Kept("sqs:SendMessage"),
        Given.Removed("sqs:DeleteQueue"),
        Given.Removed("iam:PassRole", "PermissionsManagement"));

    [Fact]
    public void A_wide_console_has_the_original_on_the_left_and_the_least_privilege_on_the_right() => Text(_narrowed, 110).ShouldBe(
        """
        work of role app: Replace
        Kept 1, removed 2 actions, 1 of them sensitive.
          Original                                             | Least privilege
        -------------------------------------------------------------------------------------------------------------
          {                                                    | {
        ~   "Sid": "Queue",                                    |   "Sid": "UsedOfQueue",
            "Effect": "Allow",                                 |   "Effect": "Allow",
            "Action": [                                        |   "Action": [
              "sqs:SendMessage",                               |     "sqs:SendMessage"  # Used, last 2026-11-05
        -     "sqs:DeleteQueue"                                | # Unused
            ],                                                 |   ],
        ~   "Resource": "*"                                    |   "Resource": "arn:aws:sqs:eu-west-1:111122223333:q"
          }                                                    | }
                                                               |
        - {                                                    |
        -   "Sid": "Gone",                                     |
        -   "Effect": "Allow",                                 |
        -   "Action": [                                        |
        -     "iam:PassRole"                                   | # Unused, PermissionsManagement
        -   ],                                                 |
        -   "Resource": "*"                                    |
        - }                                                    |
        """);

    [Fact]
    public void A_narrow_one_has_both_in_one_column() => Text(_narrowed, 60).ShouldBe(
        """
        work of role app: Replace
        Kept 1, removed 2 actions, 1 of them sensitive.
          {
        -   "Sid": "Queue",
        +   "Sid": "UsedOfQueue",
            "Effect": "Allow",
            "Action": [
              "sqs:SendMessage",  # Used, last 2026-11-05
        -     "sqs:DeleteQueue"  # Unused
            ],
        -   "Resource": "*"
        +   "Resource": "arn:aws:sqs:eu-west-1:111122223333:q"
          }

        - {
        -   "Sid": "Gone",
        -   "Effect": "Allow",
        -   "Action": [
        -     "iam:PassRole"  # Unused, PermissionsManagement
        -   ],
        -   "Resource": "*"
        - }
        """);

    [Fact]
    public void Where_a_reason_has_no_room_beside_its_action_it_stands_beneath() => Text(_narrowed, 40).ShouldContain(
        """
              "sqs:SendMessage",
                # Used, last 2026-11-05
        -     "sqs:DeleteQueue"  # Unused
        """);

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(200)]
    public void It_fits_and_colours_say_nothing_that_is_not_said_without(int width)
    {
        var plain = ComparisonText.Lines(_narrowed, width, isColoured: false);
        var coloured = ComparisonText.Lines(_narrowed, width, isColoured: true);

        plain.ShouldAllBe(line => line.Length <= Math.Max(width, 40));
        plain.ShouldAllBe(line => !line.Contains('\u001b') && line == line.TrimEnd());
        coloured.Select(line => Escape().Replace(line, "").TrimEnd()).ShouldBe(plain);
        coloured.Where(line => line.Contains('\u001b')).ShouldAllBe(line => line.TrimEnd().EndsWith("\u001b[0m", StringComparison.Ordinal) || width >= 100);
        coloured.ShouldContain(line => line.StartsWith("\u001b[31m-", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_a_value_is_lost_however_deep_and_long_it_is()
    {
        var value = string.Concat(Enumerable.Range(0, 90).Select(one => $"{one:000}"));
        var original = Given.Policy(Given.Statement("A", "s3:*")).Replace(
            "\"Resource\"", $$"""
            "Condition":{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":["{{value}}","x"] } },"Resource"
            """, StringComparison.Ordinal);

        var lines = ComparisonText.Lines(Given.Comparison(original, null), 40, isColoured: false);

        string.Concat(lines.Select(line => line.TrimStart('-').Trim())).ShouldContain(value);
        lines.ShouldAllBe(line => line.Length <= 40);
    }

    [Fact]
    public void Long_runs_of_one_reason_are_folded_until_all_is_asked_for()
    {
        string[] actions = [.. Enumerable.Range(0, 40).Select(one => $"s3:Unseen{one:00}")];
        var comparison = Given.Comparison(
            Given.Policy(Given.Statement("A", "s3:*")),
            Given.Policy(Given.Statement("UnseenOfA", string.Join(' ', actions))),
            [.. actions.Select(action => Given.Kept(action, ActionReason.NotLogged))]);

        var folded = Text(comparison, 120);
        var full = string.Join('\n', ComparisonText.Lines(comparison, 120, isColoured: false, isFull: true));

        folded.ShouldContain("… 34 more, NotLogged");
        folded.ShouldNotContain("s3:Unseen20");
        actions.ShouldAllBe(action => full.Contains(action, StringComparison.Ordinal));
        full.ShouldNotContain("more, NotLogged");
    }

    [Fact]
    public void Where_nothing_is_needed_it_says_so()
    {
        var text = Text(Given.Comparison(Given.Policy(Given.Statement("A", "s3:*")), null), 80);

        text.ShouldStartWith("work of role app: Detach\nKept 0, removed 0 actions, 0 of them sensitive.\nNothing of it is needed.\n- {");
    }

    private static string Text(SonraiPolicyComparison comparison, int width) => string.Join('\n', ComparisonText.Lines(comparison, width, isColoured: false));

    [GeneratedRegex(@"\x1b\[\d+m")]
    private static partial Regex Escape();
}
