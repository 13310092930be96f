using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>An operation on its way.</summary>
/// <param name="Name">The name of the document, for the header <c>query-name</c> and for messages.</param>
/// <param name="IsQuery">True where sending it twice does no harm.</param>
/// <param name="Body">What is sent.</param>
internal sealed record GraphQLRequest(string Name, bool IsQuery, GraphQLBody Body)
{
    public static GraphQLRequest For(GraphQLDocument document, JsonObject variables) =>
        new(document.Name, document.IsQuery, new GraphQLBody(document.Text, variables));
}

/// <summary>The body of a request. Variables always go as an object: text that holds JSON is accepted too, but only for history's sake.</summary>
internal sealed record GraphQLBody(string Query, JsonObject Variables);
