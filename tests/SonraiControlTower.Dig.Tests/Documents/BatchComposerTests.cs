using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig.Tests;

public sealed class BatchComposerTests
{
    [Fact]
    public void Each_run_has_its_own_alias_and_its_own_variables()
    {
        var document = DocumentReader.Read("Delete", "mutation Delete($srn: ID!) { DeleteThing(srn: $srn) }");

        var batch = BatchComposer.Compose(document, [new JsonObject { ["srn"] = "one" }, new JsonObject { ["srn"] = "two" }]);

        batch.Body.Query.ShouldBe("mutation Delete($srn_0: ID!, $srn_1: ID!) {\n  a0: DeleteThing(srn: $srn_0)\n  a1: DeleteThing(srn: $srn_1)\n}\n");
        batch.Body.Variables.ToJsonString().ShouldBe("""{"srn_0":"one","srn_1":"two"}""");
        batch.IsQuery.ShouldBeFalse();
    }

    [Fact]
    public void Text_that_only_looks_like_a_variable_is_left_alone()
    {
        var document = DocumentReader.Read("Find", "query Find($a: String) {\n  Find(name: $a, other: \"cost $a { \\\" \", block: \"\"\"$a \\\"\"\" }\"\"\") { # by $a\n    srn } }");

        var batch = BatchComposer.Compose(document, [new JsonObject { ["a"] = "x" }]);

        batch.Body.Query.ShouldContain("Find(name: $a_0, other: \"cost $a { \\\" \", block: \"\"\"$a \\\"\"\" }\"\"\") { # by $a\n");
    }

    [Fact]
    public void An_alias_of_the_document_gives_way_to_the_run()
    {
        var document = DocumentReader.Read("List", "query List { mine: Things { srn } }");

        var batch = BatchComposer.Compose(document, [[], []]);

        batch.Body.Query.ShouldBe("query List {\n  a0: Things { srn }\n  a1: Things { srn }\n}\n");
    }
}
