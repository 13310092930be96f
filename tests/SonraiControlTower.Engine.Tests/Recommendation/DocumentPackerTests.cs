using CsCheck;

namespace SonraiControlTower.Engine.Tests.Recommendation;

public sealed class DocumentPackerTests
{
    private const string Two = """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"*"},{"Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"}]}""";

    [Fact]
    public void What_fits_is_one_document() => Pack(Two, 6_144).ShouldBe([Two]);

    [Fact]
    public void Statements_are_put_in_several_documents_then_actions_then_resources()
    {
        Pack(Two, 150).ShouldBe(
        [
            """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"*"}]}""",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"}]}""",
        ]);
        Pack(Two, 115).Count.ShouldBe(3);
        Pack("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::a","arn:aws:s3:::b"]}]}""", 110).ShouldBe(
        [
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a"}]}""",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b"}]}""",
        ]);
    }

    [Fact]
    public void What_would_mean_something_else_in_parts_is_left_whole() =>
        Pack("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":["s3:GetObject","s3:PutObject"],"NotResource":["a","b"]}]}""", 60).Count.ShouldBe(1);

    [Fact]
    public void Signs_that_JSON_writes_otherwise_are_read_the_same()
    {
        const string Json = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a\"b\\c/é<&+"}]}""";

        Policy.Parse(Pack(Json, 6_144).Single()).Statements[0].Resources.ShouldBe(["arn:aws:s3:::a\"b\\c/é<&+"]);
    }

    [Fact]
    public void Documents_in_parts_allow_the_same_and_each_is_within_the_limit() =>
        RandomEstates.All.Select(Gen.Int[420, 900]).Sample((estate, limit) =>
        {
            foreach (var policy in estate.Needs.Own)
            {
                var documents = Pack(policy.Policy, limit);

                documents.ShouldAllBe(document => document.Length <= limit);
                var parts = RandomEstate.Held(documents);
                foreach (var call in RandomEstates.Calls.Where((_, i) => i % 7 == limit % 7))
                {
                    estate.Allows(parts, call).ShouldBe(estate.Allows([policy], call));
                }
            }
        }, iter: 60);

    private static IReadOnlyList<string> Pack(string json, int limit) => Pack(Policy.Parse(json), limit);

    private static IReadOnlyList<string> Pack(Policy policy, int limit) => new DocumentPacker(policy, limit).Pack([.. policy.Statements.Select(WrittenStatement.Of)]);
}
