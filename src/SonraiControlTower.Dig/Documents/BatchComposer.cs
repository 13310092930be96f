using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// Makes one document of many runs of the same operation: the root field is repeated under an alias for each run, and each run's variables
/// carry the run's number. One request then does what a request each would do, and every run has its own place in the answer.
/// </summary>
internal static class BatchComposer
{
    /// <summary>The alias of a run in the answer.</summary>
    public static string Alias(int run) => string.Create(CultureInfo.InvariantCulture, $"a{run}");

    /// <summary>Composes a request of one run for each set of variables.</summary>
    public static GraphQLRequest Compose(GraphQLDocument document, IReadOnlyList<JsonObject> runs)
    {
        var definitions = new StringBuilder();
        var fields = new StringBuilder();
        var variables = new JsonObject();
        for (var run = 0; run < runs.Count; run++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"_{run}");
            definitions.Append(run == 0 ? "" : ", ").Append(WithSuffix(document.VariableDefinitions, suffix));
            fields.Append("  ").Append(Alias(run)).Append(": ").Append(WithSuffix(document.Selection, suffix)).Append('\n');
            foreach (var (name, value) in runs[run])
            {
                variables[name + suffix] = value?.DeepClone();
            }
        }

        var kind = document.IsQuery ? "query" : "mutation";
        var head = document.VariableDefinitions.Length > 0 ? $"({definitions})" : "";
        var text = $"{kind} {document.Operation}{head} {{\n{fields}}}\n";
        return new GraphQLRequest(document.Name, document.IsQuery, new GraphQLBody(text, variables));
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
