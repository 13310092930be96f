using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace SonraiControlTower.TestKit;

/// <summary>What a resolver throws to answer its field with null and an error.</summary>
internal sealed class ContractRefusal(string message) : ExecutionError(message)
{
    /// <summary>What a tenant says of a page that has too many items.</summary>
    public static ContractRefusal TooLarge() => new("Unexpected exception while fetching Grpc data.");
}

/// <summary>Says errors in the form of the server that public clients know: <c>extensions.classification</c>, and the path inside the message.</summary>
internal sealed class ContractErrors : ErrorInfoProvider
{
    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        var classification = executionError switch
        {
            SyntaxError => "InvalidSyntax",
            ValidationError => "ValidationError",
            _ => "DataFetchingException",
        };
        var message = executionError.Path is { } path
            ? $"Exception while fetching data (/{string.Join('/', path)}) : {executionError.Message}"
            : executionError.Message;
        return new ErrorInfo
        {
            Message = message,
            Extensions = new Dictionary<string, object?> { ["classification"] = classification },
        };
    }
}
