using SonraiControlTower.Sandbox;

namespace SonraiControlTower.Hosting;

/// <summary>Where the integration's functions run in the sandbox: with the keys of their role, and with the sandbox's own Dig.</summary>
internal sealed class SandboxHost(FunctionCall call, IAws aws, TimeProvider clock, Func<ApiToken, Uri?, IDig> openDig) : IFunctionHost
{
    public IAws Aws => aws;

    public AwsAccess Access => call.Access;

    public TimeProvider Clock => clock;

    public IDig OpenDig(ApiToken token, Uri? endpoint) => openDig(token, endpoint);

    public Task AnswerAsync(Uri responseUrl, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        call.Answer(responseUrl, body);
        return Task.CompletedTask;
    }

    /// <summary>Nobody reads the logs of the sandbox.</summary>
    public void Log(string line)
    {
    }
}
