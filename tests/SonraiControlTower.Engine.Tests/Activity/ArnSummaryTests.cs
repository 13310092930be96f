using System.IO.Enumeration;
using System.Text;
using CsCheck;

namespace SonraiControlTower.Engine.Tests;

public sealed class ArnSummaryTests
{
    private static readonly Gen<string> _arn = Gen.OneOf(
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 9], Gen.Int[1, 40]).Select((bucket, folder, key) => $"arn:aws:s3:::b{bucket}/f{folder}/k{key}"),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 40]).Select((bucket, key) => $"arn:aws:s3:::b{bucket}/k{key}"),
        Gen.Int[1, 20].Select(bucket => $"arn:aws:s3:::b{bucket}"),
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 3], Gen.Int[1, 20]).Select((region, account, name) => $"arn:aws:dynamodb:r{region}:{account}:table/t{name}"),
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20]).Select((account, name) => $"arn:aws:iam::{account}:role/r{name}"));

    [Fact]
    public void The_order_does_not_matter_nor_who_saw_what() => Gen.Select(_arn.Array[0, 120], Gen.Int).Sample(
        (arns, seed) =>
        {
            var random = new Random(seed);
            var parts = Enumerable.Range(0, 3).Select(_ => new ArnSummary()).ToArray();
            foreach (var arn in arns.OrderBy(_ => random.Next()))
            {
                parts[random.Next(3)].Add(Encoding.UTF8.GetBytes(arn));
            }

            // (a + b) + c and c + (b + a)
            var one = new ArnSummary();
            one.Add(parts[0]);
            one.Add(parts[1]);
            one.Add(parts[2]);
            var inner = new ArnSummary();
            inner.Add(parts[1]);
            inner.Add(parts[0]);
            var other = new ArnSummary();
            other.Add(parts[2]);
            other.Add(inner);

            Say(one).ShouldBe(Say(Of(arns)));
            Say(other).ShouldBe(Say(one));
        },
        iter: 2_000);

    [Fact]
    public void Every_arn_is_covered_and_there_are_never_many_patterns() => _arn.Array[1, 200].Sample(
        arns =>
        {
            var summary = Of(arns);
            var patterns = summary.Patterns().ToList();

            patterns.Count.ShouldBeLessThanOrEqualTo(ArnSummary.Room * ArnGroup.Room);
            if (!summary.IsAnything)
            {
                arns.ShouldAllBe(arn => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, arn, false)));
            }
        },
        iter: 1_000);

    [Fact]
    public void A_few_arns_stay_what_they_are() =>
        Of(["arn:aws:s3:::b/k2", "arn:aws:s3:::b/k1", "arn:aws:s3:::b/k1"]).Patterns().ShouldBe(["arn:aws:s3:::b/k1", "arn:aws:s3:::b/k2"]);

    [Fact]
    public void Many_objects_of_a_folder_become_the_folder() =>
        Of(Enumerable.Range(0, 50).Select(i => $"arn:aws:s3:::b/logs/2026/{i}")).Patterns().ShouldBe(["arn:aws:s3:::b/logs/2026/*"]);

    [Fact]
    public void Many_folders_become_what_they_are_in() =>
        Of(Enumerable.Range(0, 50).Select(i => $"arn:aws:s3:::b/logs/{i}/x")).Patterns().ShouldBe(["arn:aws:s3:::b/logs/*"]);

    [Fact]
    public void One_role_in_many_accounts_keeps_its_name() =>
        Of(Enumerable.Range(0, 20).Select(i => $"arn:aws:iam::{i:D12}:role/deploy")).Patterns().ShouldBe(["arn:aws:iam::*:role/deploy"]);

    [Fact]
    public void A_star_in_the_name_of_an_object_is_no_wildcard() =>
        Of(["arn:aws:s3:::b/*"]).Patterns().ShouldBe(["arn:aws:s3:::b/${*}"]);

    private static ArnSummary Of(IEnumerable<string> arns)
    {
        var summary = new ArnSummary();
        foreach (var arn in arns)
        {
            summary.Add(Encoding.UTF8.GetBytes(arn));
        }

        return summary;
    }

    private static string Say(ArnSummary summary) => $"{summary.Level} {string.Join(' ', summary.Patterns())}";
}
