using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;

namespace SonraiControlTower.Dig;

/// <summary>The way to a tenant: one POST for each operation, sent again only where <see cref="RetryRules"/> allow it.</summary>
internal sealed class GraphQLChannel : IDisposable
{
    private const string Json = "application/json";
    private static readonly ProductInfoHeaderValue _agent = new(
        "SonraiControlTower", typeof(GraphQLChannel).Assembly.GetName().Version?.ToString(fieldCount: 3));

    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly HttpVerdict _verdict;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<Reply> _queries;
    private readonly ResiliencePipeline<Reply> _mutations;

    public GraphQLChannel(Uri endpoint, Credential session, DigOptions options)
    {
        Endpoint = endpoint;
        Session = session;
        _clock = options.Clock;
        _timeout = options.Timeout;
        _verdict = new HttpVerdict(endpoint.Authority, _clock);
        _queries = RetryRules.For(isQuery: true, _clock);
        _mutations = RetryRules.For(isQuery: false, _clock);
        _client = options.Handler is { } handler
            ? new HttpClient(handler, disposeHandler: false)
            : new HttpClient(Network(endpoint), disposeHandler: true);
        _client.Timeout = Timeout.InfiniteTimeSpan;
    }

    public Uri Endpoint { get; }

    /// <summary>The session's token, and what it says of itself. A renewal puts a new one here.</summary>
    public Credential Session { get; set => Volatile.Write(ref field, value); }

    /// <summary>What is done before a request goes out with the session's token.</summary>
    public Func<CancellationToken, Task> BeforeSessionRequest { private get; set; } = _ => Task.CompletedTask;

    /// <summary>Sends a request with the session's token, or with another.</summary>
    public async Task<Reply> SendAsync(GraphQLRequest request, CancellationToken cancellationToken, Credential? credential = null)
    {
        if (credential is null)
        {
            await BeforeSessionRequest(cancellationToken).ConfigureAwait(false);
        }

        return await (request.IsQuery ? _queries : _mutations).ExecuteAsync(
            static async (state, token) => await state.Channel.TryOnceAsync(state.Request, state.Credential, token).ConfigureAwait(false),
            (Channel: this, Request: request, Credential: credential ?? Session),
            cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _client.Dispose();

    private async Task<Reply> TryOnceAsync(GraphQLRequest request, Credential credential, CancellationToken cancellationToken)
    {
        if (_verdict.HasEnded(credential.Claims))
        {
            return new Reply(new Failure(FailureKind.Refused, TokenProblems.Expired(credential.Claims.ExpiresAt)));
        }

        using var timeout = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = Message(request, credential.Token);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return _verdict.Of(response, request.Name, credential.Claims) is { } failure
                ? new Reply(failure)
                : await AnswerReader.ReadAsync(response, request.Name, credential.Token, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            // Whatever broke: a caller who gave up is told nothing else.
            cancellationToken.ThrowIfCancellationRequested();
            return new Reply(exception switch
            {
                OperationCanceledException => _verdict.TimedOut(_timeout, exception),
                HttpRequestException broken => _verdict.Of(broken),
                _ => _verdict.Cut(exception),
            });
        }
    }

    private HttpRequestMessage Message(GraphQLRequest request, ApiToken token)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, Endpoint)
        {
            // In one piece and with its length: not every gateway takes a body in chunks.
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request.Body, WireJson.Default.GraphQLBody)),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Json));
        message.Headers.UserAgent.Add(_agent);
        message.Headers.Add("query-name", request.Name);
        return message;
    }

    private static SocketsHttpHandler Network(Uri endpoint) => new()
    {
        // INVARIANT: the token goes to the endpoint and nowhere else.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        UseCookies = false,

        // Plain http is allowed to this machine only; through a proxy it would leave it.
        UseProxy = !endpoint.IsLoopback,

        // A long session must notice that a tenant has moved.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
