namespace SonraiControlTower.TestKit;

/// <summary>What a fault proxy does to one request.</summary>
public abstract record ProxyFault
{
    /// <summary>Passes the request through.</summary>
    public static ProxyFault None { get; } = new PassThrough();

    /// <summary>Cuts the connection without forwarding the request: nothing was executed, though the caller cannot know it.</summary>
    public static ProxyFault CutBeforeForwarding { get; } = new Cut(Forwards: false);

    /// <summary>Forwards the request and cuts the connection instead of answering: it was executed, and the answer is lost.</summary>
    public static ProxyFault CutAfterForwarding { get; } = new Cut(Forwards: true);

    /// <summary>Forwards the request and breaks the answer off in the middle of its body.</summary>
    public static ProxyFault TruncateBody { get; } = new Truncated();

    /// <summary>Forwards the request and puts a page of its own in place of the answer.</summary>
    public static ProxyFault GarbageBody { get; } = new Garbage();

    /// <summary>Answers with the status itself; the request is not forwarded.</summary>
    public static ProxyFault Answer(int status, string? retryAfter = null) => new Status(status, retryAfter);

    /// <summary>Forwards the request and answers with the status all the same: it was executed, and a gateway spoiled the answer.</summary>
    public static ProxyFault AnswerAfterForwarding(int status) => new Status(status, null) { Forwards = true };

    /// <summary>Forwards the request once the task has ended: a delay that the test ends.</summary>
    public static ProxyFault HoldUntil(Task until) => new Held(until.WaitAsync);

    /// <summary>Forwards the request a while after it came.</summary>
    public static ProxyFault Delay(TimeSpan delay, TimeProvider clock) => new Held(cancellationToken => Task.Delay(delay, clock, cancellationToken));

    internal sealed record PassThrough : ProxyFault;

    internal sealed record Cut(bool Forwards) : ProxyFault;

    internal sealed record Truncated : ProxyFault;

    internal sealed record Garbage : ProxyFault;

    internal sealed record Status(int Code, string? RetryAfter) : ProxyFault
    {
        public bool Forwards { get; init; }
    }

    internal sealed record Held(Func<CancellationToken, Task> WaitAsync) : ProxyFault;
}
