using System.Globalization;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// Puts a filter into a document. The document says <c>where: $where</c>; as the name of that input type is not public, the tree is written out in
/// its place, with a variable of a public type for each comparison. Text of a user's is never part of the document.
/// </summary>
internal sealed class FilterWriter
{
    public const string Placeholder = "$where";

    private readonly List<string> _definitions = [];
    private readonly JsonObject _variables = [];

    private FilterWriter()
    {
    }

    /// <summary>The document with the filter in it, and the variables that this takes beside those given.</summary>
    /// <exception cref="SonraiException"><c>QueryDocumentUnusable</c> where the document has no place for a filter.</exception>
    public static (GraphQLDocument Document, JsonObject Variables) Apply(GraphQLDocument document, Filter filter, JsonObject variables)
    {
        var places = GraphQLTokens.Of(document.Selection).Where(token => token.Text == Placeholder).ToList();
        if (places is not [var place])
        {
            throw new SonraiException(DigProblems.DocumentUnusable(
                $"{document.Name}.graphql", $"it must say 'where: {Placeholder}' exactly once, for what the module asks for."));
        }

        var writer = new FilterWriter();
        var text = writer.Write(filter);
        foreach (var (name, value) in variables)
        {
            writer._variables[name] = value?.DeepClone();
        }

        var definitions = string.Join(", ", writer._definitions.Prepend(document.VariableDefinitions).Where(one => one.Length > 0));
        return (
            document.With(definitions, string.Concat(document.Selection.AsSpan(0, place.Start), text, document.Selection.AsSpan(place.End))),
            writer._variables);
    }

    private string Write(Filter filter) => $"{{ {Members(filter)} }}";

    private string Members(Filter filter) => filter switch
    {
        Filter.Comparison comparison => $"{comparison.Field}: {Value(comparison)}",
        Filter.Negation negation => $"not: {Write(negation.Inner)}",

        // Conditions that all hold can stand beside each other, unless two would have the same name: that is no valid input object.
        Filter.Junction { Word: "and" } all when Names(all) is var names && names.Distinct().Count() == names.Count =>
            string.Join(", ", all.Parts.Select(Members).Where(part => part.Length > 0)),
        Filter.Junction junction => $"{junction.Word}: [{string.Join(", ", junction.Parts.Select(Write))}]",
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static List<string> Names(Filter filter) => filter switch
    {
        Filter.Comparison comparison => [comparison.Field],
        Filter.Negation => ["not"],
        Filter.Junction { Word: "and" } all => [.. all.Parts.SelectMany(Names)],
        _ => ["or"],
    };

    private string Value(Filter.Comparison comparison)
    {
        var key = comparison.Value is JsonArray ? "values" : "value";
        if (comparison.Type == FilterValue.Long)
        {
            return $"{{ op: {comparison.Op}, {key}: {Variable(key == "values" ? "[Long]" : "Long", comparison.Value)} }}";
        }

        var logical = new JsonObject { ["op"] = comparison.Op.ToString(), [key] = comparison.Value.DeepClone() };
        if (!comparison.CaseSensitive)
        {
            logical["caseSensitive"] = false;
        }

        return Variable(comparison.Type.ToString(), logical);
    }

    private string Variable(string type, JsonNode value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"where{_definitions.Count}");
        _definitions.Add($"${name}: {type}");
        _variables[name] = value.DeepClone();
        return $"${name}";
    }
}
