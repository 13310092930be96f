using System.Text.Json.Nodes;
using CsCheck;

namespace SonraiControlTower.Core.Tests.Comparison;

/// <summary>What holds for any two policies.</summary>
public sealed class StatementComparisonProperties
{
    // Fixed, so that a failure is the same failure everywhere.
    private const string Seed = "0000KOIPs7g1";

    private static readonly Gen<JsonObject> _statement = Gen.Select(
        OneOf<string?>(null, "A", "B", "UsedOfA", "KeptOfStatement2", "UnseenOfBNo2"),
        OneOf("s3:*", "s3:GetObject", "s3:Get*", "sqs:SendMessage", "*", "sqs:*", "s3:PutObject").Array[1, 4],
        OneOf("*", "arn:aws:s3:::a/*", "arn:aws:s3:::a/b"),
        OneOf("Allow", "Allow", "Deny"),
        (sid, actions, resource, effect) => Given.Statement(sid, string.Join(' ', actions), resource, effect));

    private static readonly Gen<JsonObject[]> _policy = _statement.Array[0, 6];

    [Fact]
    public void Every_statement_of_either_stands_exactly_once() => Gen.Select(_policy, _policy).Sample(
        (left, right) =>
        {
            var rows = Given.Comparison(Given.Policy(left), Given.Policy(right)).Statements;

            rows.Select(row => row.Original).OfType<string>().ShouldBe(left.Select(one => one.ToJsonString()));
            rows.SelectMany(row => row.LeastPrivilege).Order(StringComparer.Ordinal).ShouldBe(right.Select(one => one.ToJsonString()).Order(StringComparer.Ordinal));
            rows.ShouldAllBe(row => row.Change == StatementChange.Added == (row.Original == null));
            rows.ShouldAllBe(row => row.Change == StatementChange.Removed == (row.LeastPrivilege.Count == 0));
        },
        seed: Seed,
        iter: 300);

    [Fact]
    public void A_policy_beside_itself_is_unchanged() => _policy.Sample(
        policy => Given.Comparison(Given.Policy(policy), Given.Policy(policy)).Statements.ShouldAllBe(
            row => row.Change == StatementChange.Unchanged && row.LeastPrivilege.Single() == row.Original),
        seed: Seed,
        iter: 300);

    [Fact]
    public void Everything_stands_in_the_text_and_nothing_is_wider_than_the_console() => Gen.Select(_policy, _policy, Gen.Int[40, 220]).Sample(
        (left, right, width) =>
        {
            var comparison = Given.Comparison(Given.Policy(left), Given.Policy(right));

            var lines = ComparisonText.Lines(comparison, width, isColoured: false, isFull: true);

            lines.ShouldAllBe(line => line.Length <= width);
            var marks = lines.Where(line => line.Length > 1 && line[1] == ' ').Select(line => line[0]).Distinct();
            marks.ShouldBeSubsetOf([' ', '-', '+', '~']);
            foreach (var resource in left.Concat(right).Select(one => (string)one["Resource"]!))
            {
                lines.ShouldContain(line => line.Contains(resource, StringComparison.Ordinal));
            }
        },
        seed: Seed,
        iter: 100);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
