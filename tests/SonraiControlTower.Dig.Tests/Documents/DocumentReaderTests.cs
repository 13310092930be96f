namespace SonraiControlTower.Dig.Tests;

public sealed class DocumentReaderTests
{
    [Fact]
    public void A_document_is_taken_apart()
    {
        const string Text = """
            # [V] a comment with $dollar and { brackets
            mutation Make($name: String, $size: Int = 3) {
              made: MakeThing(input: { name: $name, size: $size }) { srn }
            }
            """;

        var document = DocumentReader.Read("Make", Text);

        document.IsQuery.ShouldBeFalse();
        document.Operation.ShouldBe("Make");
        document.VariableDefinitions.ShouldBe("$name: String, $size: Int = 3");
        document.Field.ShouldBe("MakeThing");
        document.ResponseKey.ShouldBe("made");
        document.Selection.ShouldBe("MakeThing(input: { name: $name, size: $size }) { srn }");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ Things { srn } }")]
    [InlineData("query { Things { srn } }")]
    [InlineData("query Q { Things { srn } Others { srn } }")]
    [InlineData("query Q { Things { srn }")]
    [InlineData("query Q { Things { srn } } query R { Things { srn } }")]
    [InlineData("query Q { ... on Query { Things { srn } } }")]
    [InlineData("subscription S { Things { srn } }")]
    public void Any_other_shape_is_refused_by_name(string text)
    {
        var problem = Should.Throw<SonraiException>(() => DocumentReader.Read("Mine", text)).Problem;

        problem.Id.ShouldBe("QueryDocumentUnusable");
        problem.Message.ShouldContain("'Mine.graphql'");
    }
}
