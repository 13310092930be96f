using System.Collections.Concurrent;

namespace SonraiControlTower.TestKit;

/// <summary>What a contract server was asked. It holds bodies only: no header, so no token.</summary>
public sealed class ContractRecord
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

    /// <summary>Every request, in the order of arrival.</summary>
    public IReadOnlyCollection<RecordedRequest> Requests => _requests;

    /// <summary>How many requests there were for an operation.</summary>
    public int Count(string operation) => _requests.Count(one => one.Operation == operation);

    /// <summary>Ends when a request for the operation has arrived.</summary>
    public Task Arrival(string operation) => Awaited(operation).Task;

    internal void Add(RecordedRequest request)
    {
        _requests.Enqueue(request);
        Awaited(request.Operation).TrySetResult();
    }

    private TaskCompletionSource Awaited(string operation) =>
        _awaited.GetOrAdd(operation, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>One request.</summary>
/// <param name="Operation">The operation's name in the document; empty where it has none.</param>
/// <param name="QueryName">The header <c>query-name</c>; null where it was not sent.</param>
/// <param name="Query">The document.</param>
/// <param name="Variables">The variables as they came, object or text; null where there were none.</param>
public sealed record RecordedRequest(string Operation, string? QueryName, string Query, string? Variables);
