using System.Collections;
using System.Text;

namespace SonraiControlTower.Lambda;

/// <summary>A function's calls: the stream in, Core's own code, the stream out.</summary>
internal sealed class FunctionCall(string handler)
{
    public async Task<Stream> RunAsync(Stream input)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        var payload = await reader.ReadToEndAsync().ConfigureAwait(false);
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(one => (string)one.Key, one => (string?)one.Value ?? "", StringComparer.Ordinal);

        // Everything is opened for the one call: nothing that a rotation replaced meanwhile can be kept.
        using var host = new LambdaHost(environment);
        var answer = await IntegrationFunctions.RunAsync(handler, environment, payload, host, CancellationToken.None).ConfigureAwait(false);
        return new MemoryStream(Encoding.UTF8.GetBytes(answer));
    }
}
