using CsCheck;
using SonraiControlTower.Engine.Tests.Recommendation;

namespace SonraiControlTower.Engine.Tests.Rehearsals;

public sealed class SplitTests
{
    private readonly LocalRehearsals _rehearsals = new(_ => throw new InvalidOperationException("Splitting needs to know nothing."));

    [Fact]
    public void What_fits_without_its_white_space_stays_as_it_is_written()
    {
        const string Document = """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }
            """;

        _rehearsals.Split(Document, Document.Count(letter => !char.IsWhiteSpace(letter))).ShouldBe([Document]);
    }

    [Fact]
    public void Statements_stay_whole_and_in_their_order_and_an_overlong_one_is_divided_under_Sids_of_its_own()
    {
        var actions = string.Join(',', Enumerable.Range(0, 20).Select(number => $"\"s3:Get{number:00}\""));
        var document = $$"""
            {"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":[{{actions}}],"Resource":"*"},
            {"Sid":"APart2","Effect":"Deny","Action":"s3:PutObject","Resource":"*"}]}
            """;

        var parts = _rehearsals.Split(document, 200).Select(Policy.Parse).ToList();

        var statements = parts.SelectMany(part => part.Statements).ToList();
        statements.Select(statement => statement.Sid).ShouldBeUnique();
        statements[^1].Sid.ShouldBe("APart2");
        statements.SkipLast(1).SelectMany(statement => statement.Actions).ShouldBe(Enumerable.Range(0, 20).Select(number => $"s3:Get{number:00}"));
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","NotAction":["s3:GetObject","s3:PutObject","s3:ListBucket"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","NotAction":["s3:GetObject","s3:PutObject","s3:ListBucket"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","NotResource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"]}""")]
    public void What_would_mean_something_else_in_parts_is_refused(string statement)
    {
        var wrong = Should.Throw<SonraiException>(() => _rehearsals.Split($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", 100));

        wrong.Problem.Id.ShouldBe("PolicyTooLong");
        wrong.Problem.Message.ShouldContain("100");
    }

    [Fact]
    public void A_text_that_is_no_policy_is_refused() =>
        Should.Throw<SonraiException>(() => _rehearsals.Split("[]", 6_144)).Problem.Id.ShouldBe("PolicyMalformed");

    [Fact]
    public void The_parts_together_do_what_the_policy_does() => RandomEstates.All.Select(Gen.Int[420, 900]).Sample(
        (estate, longest) =>
        {
            foreach (var policy in estate.Needs.Own)
            {
                var documents = _rehearsals.Split(policy.Policy.Json, longest);

                documents.ShouldAllBe(document => document.Count(letter => !char.IsWhiteSpace(letter)) <= longest);
                var parts = RandomEstate.Held(documents);
                foreach (var call in RandomEstates.Calls.Where((_, i) => i % 5 == longest % 5))
                {
                    estate.Allows(parts, call).ShouldBe(estate.Allows([policy], call));
                }
            }
        },
        iter: 60);
}
