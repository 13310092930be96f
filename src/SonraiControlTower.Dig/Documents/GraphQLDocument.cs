namespace SonraiControlTower.Dig;

/// <summary>One operation with one root field, taken apart as far as batches need it.</summary>
internal sealed record GraphQLDocument
{
    /// <summary>The document's name: that of its file.</summary>
    public required string Name { get; init; }

    /// <summary>The document as it is sent.</summary>
    public required string Text { get; init; }

    /// <summary>True for a query: asking twice does no harm.</summary>
    public required bool IsQuery { get; init; }

    /// <summary>The schema's type that has the root field, by the name it goes by everywhere.</summary>
    public string RootType => IsQuery ? "Query" : "Mutation";

    /// <summary>The operation's own name.</summary>
    public required string Operation { get; init; }

    /// <summary>What stands between the parentheses after the operation's name; empty where there are no variables.</summary>
    public required string VariableDefinitions { get; init; }

    /// <summary>The schema's name of the root field.</summary>
    public required string Field { get; init; }

    /// <summary>The key of the root field in the answer: its alias where it has one.</summary>
    public required string ResponseKey { get; init; }

    /// <summary>The root field with its arguments and selection, without alias.</summary>
    public required string Selection { get; init; }

    /// <summary>The same operation with other variables and another selection.</summary>
    public GraphQLDocument With(string variableDefinitions, string selection)
    {
        var kind = IsQuery ? "query" : "mutation";
        var head = variableDefinitions.Length > 0 ? $"({variableDefinitions})" : "";
        return this with
        {
            Text = $"{kind} {Operation}{head} {{\n  {(ResponseKey == Field ? "" : $"{ResponseKey}: ")}{selection}\n}}\n",
            VariableDefinitions = variableDefinitions,
            Selection = selection,
        };
    }
}
