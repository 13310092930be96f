using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig.Tests.Filters;

public sealed class FilterWriterTests
{
    private const string Text = "query Things($limit: Long) { Things(where: $where) { items(limit: $limit) { srn } } }";

    [Fact]
    public void What_is_compared_with_goes_as_a_variable_of_a_public_type()
    {
        var (document, variables) = Apply(Filter.Text("title", FilterOp.CONTAINS, "\" } evil {", caseSensitive: false));

        document.VariableDefinitions.ShouldBe("$limit: Long, $where0: Logical");
        document.Selection.ShouldStartWith("Things(where: { title: $where0 })");
        variables["where0"]!.ToJsonString().ShouldBe(JsonNode.Parse("""{"op":"CONTAINS","value":"\" } evil {","caseSensitive":false}""")!.ToJsonString());
        document.Text.ShouldNotContain("evil");
    }

    [Fact]
    public void Several_values_are_a_list()
    {
        var (_, variables) = Apply(Filter.In("status", ["NEW", "CLOSED"]));

        variables["where0"]!.ToJsonString().ShouldBe("""{"op":"IN_LIST","values":["NEW","CLOSED"]}""");
    }

    [Fact]
    public void Instants_are_written_in_UTC()
    {
        var from = new DateTimeOffset(2026, 3, 1, 1, 30, 0, TimeSpan.FromHours(2));

        var (document, variables) = Apply(Filter.Between("createdDate", from, from.AddDays(1)));

        document.VariableDefinitions.ShouldEndWith("$where0: DateLogical");
        variables["where0"]!.ToJsonString().ShouldBe("""{"op":"BETWEEN","values":["2026-02-28T23:30:00.000Z","2026-03-01T23:30:00.000Z"]}""");
    }

    [Fact]
    public void Numbers_are_variables_and_their_comparison_is_written_out()
    {
        var (document, variables) = Apply(Filter.All(Filter.Number("severity", FilterOp.GTE, 70), Filter.Between("age", 1, 9)));

        document.Selection.ShouldStartWith("Things(where: { severity: { op: GTE, value: $where0 }, age: { op: BETWEEN, values: $where1 } })");
        document.VariableDefinitions.ShouldBe("$limit: Long, $where0: Long, $where1: [Long]");
        variables["where1"]!.ToJsonString().ShouldBe("[1,9]");
    }

    [Fact]
    public void Conditions_are_combined_as_the_grammar_has_it()
    {
        var filter = Filter.All(
            Filter.Text("a", FilterOp.EQ, "1"),
            Filter.Any(Filter.Text("b", FilterOp.EQ, "2"), Filter.Not(Filter.Text("c", FilterOp.EQ, "3"))));

        Apply(filter).Document.Selection.ShouldStartWith("Things(where: { a: $where0, or: [{ b: $where1 }, { not: { c: $where2 } }] })");
    }

    [Fact]
    public void A_field_that_is_compared_twice_is_no_field_given_twice()
    {
        var filter = Filter.All(Filter.Text("tag", FilterOp.CONTAINS, "x"), Filter.Text("tag", FilterOp.NOT_CONTAINS, "y"));

        Apply(filter).Document.Selection.ShouldStartWith("Things(where: { and: [{ tag: $where0 }, { tag: $where1 }] })");
    }

    [Fact]
    public void With_no_condition_everything_is_asked_for()
    {
        var (document, variables) = Apply(Filter.All(), new JsonObject { ["limit"] = 3 });

        document.Selection.Replace(" ", "", StringComparison.Ordinal).ShouldStartWith("Things(where:{})");
        variables.ToJsonString().ShouldBe("""{"limit":3}""");
    }

    [Theory]
    [InlineData("query Things { Things { items { srn } } }")]
    [InlineData("query Things { Things(where: $where, not: $where) { items { srn } } }")]
    public void A_document_without_one_place_for_it_is_refused_by_name(string text)
    {
        var problem = Should.Throw<SonraiException>(() => FilterWriter.Apply(DocumentReader.Read("Things", text), Filter.All(), [])).Problem;

        problem.Id.ShouldBe("QueryDocumentUnusable");
        problem.Message.ShouldContain("'Things.graphql'");
        problem.Message.ShouldContain("where: $where");
    }

    [Fact]
    public void An_alias_of_the_root_field_is_kept()
    {
        var document = DocumentReader.Read("Things", "query Things { mine: Things(where: $where) { items { srn } } }");

        var (filtered, _) = FilterWriter.Apply(document, Filter.All(), []);

        DocumentReader.Read("Things", filtered.Text).ResponseKey.ShouldBe("mine");
    }

    private static (GraphQLDocument Document, JsonObject Variables) Apply(Filter filter, JsonObject? variables = null) =>
        FilterWriter.Apply(DocumentReader.Read("Things", Text), filter, variables ?? []);
}
