namespace SonraiControlTower.Dig;

/// <summary>
/// Takes a document apart: <c>query Name($a: Int) { alias: field(...) { ... } }</c>. It is no GraphQL parser: it finds the pieces of the one
/// shape that our documents have, and refuses any other, so that a replaced document fails by name and not by accident.
/// </summary>
internal static class DocumentReader
{
    /// <exception cref="SonraiException"><c>QueryDocumentUnusable</c>.</exception>
    public static GraphQLDocument Read(string name, string text)
    {
        var tokens = GraphQLTokens.Of(text).ToList();
        if (tokens is not [{ Text: "query" or "mutation" } kind, { IsName: true } operation, ..])
        {
            throw Unusable(name, "it does not begin with 'query' or 'mutation' and a name.");
        }

        var next = 2;
        var variables = tokens[next..] is [{ Text: "(" } open, ..] ? text[open.End..tokens[next = Closing(name, tokens, next)].Start] : "";
        next = variables.Length > 0 ? next + 1 : next;

        if (tokens[next..] is not [{ Text: "{" }, ..] || Closing(name, tokens, next) is var last && last != tokens.Count - 1)
        {
            throw Unusable(name, "it is not one operation with one selection.");
        }

        var body = tokens[(next + 1)..last];
        var alias = body is [{ IsName: true } first, { Text: ":" }, ..] ? first.Text : null;
        var field = body[(alias is null ? 0 : 2)..];
        if (field is not [{ IsName: true } named, ..] || !IsOneField(name, field))
        {
            throw Unusable(name, "its operation has not exactly one root field.");
        }

        return new GraphQLDocument
        {
            Name = name,
            Text = text,
            IsQuery = kind.Text == "query",
            Operation = operation.Text,
            VariableDefinitions = variables,
            Field = named.Text,
            ResponseKey = alias ?? named.Text,
            Selection = text[named.Start..field[^1].End],
        };
    }

    /// <summary>A field is a name, then arguments, then a selection; the last two may be missing.</summary>
    private static bool IsOneField(string name, List<GraphQLToken> field)
    {
        var next = 1;
        foreach (var bracket in new[] { "(", "{" })
        {
            if (next < field.Count && field[next].Text == bracket)
            {
                next = Closing(name, field, next) + 1;
            }
        }

        return next == field.Count;
    }

    private static int Closing(string name, List<GraphQLToken> tokens, int open)
    {
        var depth = 0;
        for (var index = open; index < tokens.Count; index++)
        {
            depth += tokens[index].Text switch
            {
                "(" or "{" or "[" => 1,
                ")" or "}" or "]" => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return index;
            }
        }

        throw Unusable(name, "a bracket is not closed.");
    }

    private static SonraiException Unusable(string name, string why) => new(DigProblems.DocumentUnusable($"{name}.graphql", why));
}
