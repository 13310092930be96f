using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// Makes one document of many runs of operations of one kind: each root field is put under an alias of its own, and each run's variables carry
/// the run's number. One request then does what a request each would do, and every run has its own place in the answer.
/// </summary>
internal static class BatchComposer
{
    /// <summary>The alias of a run in the answer.</summary>
    public static string Alias(int run) => string.Create(CultureInfo.InvariantCulture, $"a{run}");

    /// <summary>Composes a request of one run for each set of variables.</summary>
    public static GraphQLRequest Compose(GraphQLDocument document, IReadOnlyList<JsonObject> runs) =>
        Compose([.. runs.Select(variables => (document, variables))]);

    /// <summary>Composes a request of several operations, which a tenant does in this order where they are mutations. It goes by the name of the first.</summary>
    public static GraphQLRequest Compose(IReadOnlyList<(GraphQLDocument Document, JsonObject Variables)> runs)
    {
        var definitions = new StringBuilder();
        var fields = new StringBuilder();
        var variables = new JsonObject();
        for (var run = 0; run < runs.Count; run++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"_{run}");
            var (document, given) = runs[run];
            definitions.Append(definitions.Length > 0 && document.VariableDefinitions.Length > 0 ? ", " : "").Append(WithSuffix(document.VariableDefinitions, suffix));
            fields.Append("  ").Append(Alias(run)).Append(": ").Append(WithSuffix(document.Selection, suffix)).Append('\n');
            foreach (var (name, value) in given)
            {
                variables[name + suffix] = value?.DeepClone();
            }
        }

        var first = runs[0].Document;
        var kind = first.IsQuery ? "query" : "mutation";
        var head = definitions.Length > 0 ? $"({definitions})" : "";
        var text = $"{kind} {first.Operation}{head} {{\n{fields}}}\n";
        return new GraphQLRequest(first.Name, first.IsQuery, new GraphQLBody(text, variables));
    }

    private static string WithSuffix(string text, string suffix)
    {
        var result = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var variable in GraphQLTokens.Of(text).Where(token => token.IsVariable))
        {
            result.Append(text, copied, variable.End - copied).Append(suffix);
            copied = variable.End;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }
}
