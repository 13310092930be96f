using System.Collections.Concurrent;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace SonraiControlTower.TestKit;

/// <summary>One POST: who asks, what happens to the request, what it answers.</summary>
internal sealed class ContractEndpoint(
    ContractTenant tenant, ContractRecord record, ConcurrentDictionary<string, ConcurrentQueue<ServerFault>> faults)
{
    private const string Bearer = "Bearer ";
    private readonly ISchema _schema = ContractSchema.Over(tenant);
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new(new ContractErrors());

    public async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (ContractRequest.Read(body.ToArray()) is not { } request)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        // INVARIANT: the fault is taken before the arrival is told. A test that acts on the arrival may bring the next request here first.
        var fault = faults.TryGetValue(request.Operation, out var queue) && queue.TryDequeue(out var next) ? next : null;
        record.Add(new RecordedRequest(request.Operation, context.Request.Headers["query-name"], request.Query, request.VariablesText));
        if (fault is not null)
        {
            await fault.WaitAsync(context.RequestAborted);
        }

        var status = fault?.Status ?? tenant.Tokens.StatusFor(TokenOf(context.Request));
        context.Response.StatusCode = status;
        if (status != StatusCodes.Status200OK)
        {
            await RefuseAsync(context.Response, fault?.RetryAfter);
            return;
        }

        var result = await ExecuteAsync(request, context.RequestAborted);
        if (fault?.ErrorBesideData is { } error)
        {
            result.AddError(new ExecutionError(error));
        }

        context.Response.ContentType = "application/json";
        await _serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }

    private Task<ExecutionResult> ExecuteAsync(ContractRequest request, CancellationToken cancellationToken) =>
        _executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = _schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            CancellationToken = cancellationToken,
        });

    private static Task RefuseAsync(HttpResponse response, string? retryAfter)
    {
        if (retryAfter is not null)
        {
            response.Headers.RetryAfter = retryAfter;
        }

        return response.WriteAsJsonAsync(new { error = response.StatusCode });
    }

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.Ordinal) ? header[Bearer.Length..] : null;
}
