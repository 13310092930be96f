using System.Collections.Concurrent;

namespace SonraiControlTower.Hosting;

/// <summary>Lets the integration's functions do their work in a session, with the rights of whoever has it.</summary>
internal sealed class SessionHost(Session session, AwsAccess access) : IFunctionHost
{
    /// <summary>What the functions logged; they write from other threads than the pipeline's.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public IAws Aws => session.Aws;

    public AwsAccess Access => access;

    public TimeProvider Clock => session.AwsClock;

    public IDig OpenDig(ApiToken token, Uri? endpoint) => session.OpenDig(token, endpoint);

    /// <summary>No stack waits for an answer of a session.</summary>
    public Task AnswerAsync(Uri responseUrl, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        throw new SonraiException(FunctionProblems.RequestUnreadable("a request of CloudFormation is answered by the function, not from here"));

    public void Log(string line) => Lines.Enqueue(line);
}
