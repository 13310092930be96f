using System.Net;
using SonraiControlTower.Aws;
using SonraiControlTower.Dig;

namespace SonraiControlTower.Lambda;

/// <summary>AWS Lambda: AWS with the keys of the function's role, which Lambda puts into the environment; Dig over the network.</summary>
internal sealed class LambdaHost(IReadOnlyDictionary<string, string> environment) : IFunctionHost, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private readonly AwsServices _aws = new();
    private readonly HttpClient _http = new() { Timeout = _patience };

    public IAws Aws => _aws;

    public AwsAccess Access { get; } = new() { Region = environment.GetValueOrDefault("AWS_REGION") };

    public TimeProvider Clock => TimeProvider.System;

    public IDig OpenDig(ApiToken token, Uri? endpoint) => new DigTenant(token, endpoint, new DigOptions { Timeout = TimeSpan.FromSeconds(60), Clock = Clock });

    public async Task AnswerAsync(Uri responseUrl, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        // Without content type: the address is signed for none.
        using var content = new ReadOnlyMemoryContent(body);
        try
        {
            using var answer = await _http.PutAsync(responseUrl, content, cancellationToken).ConfigureAwait(false);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new HttpRequestException($"The answer to CloudFormation was not taken (HTTP {(int)answer.StatusCode}).");
            }
        }
        catch (TaskCanceledException slow) when (slow.InnerException is TimeoutException)
        {
            throw new TimeoutException("The answer to CloudFormation took too long.", slow);
        }
    }

    /// <summary>One line for each entry; Lambda makes it an entry of JSON, with time and request.</summary>
    public void Log(string line) => Console.WriteLine(line.ReplaceLineEndings(" "));

    public void Dispose()
    {
        _http.Dispose();
        _aws.Dispose();
    }
}
