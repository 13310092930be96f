using System.Diagnostics.CodeAnalysis;

namespace SonraiControlTower.Dig;

/// <summary>What came of a request: an answer, or why there is none.</summary>
internal sealed record Reply
{
    public Reply(GraphQLAnswer answer) => Answer = answer;

    public Reply(Failure failure) => Failure = failure;

    public GraphQLAnswer? Answer { get; }

    public Failure? Failure { get; }

    /// <summary>True where no answer can be had, and the request may have been executed all the same.</summary>
    [MemberNotNullWhen(true, nameof(Failure))]
    public bool LeavesOpen => Failure?.Kind is FailureKind.Lost or FailureKind.Unreadable;

    public GraphQLAnswer AnswerOrThrow() => Answer ?? throw new SonraiException(Failure!.Problem, Failure.Cause);
}

/// <summary>Why there is no answer.</summary>
internal sealed record Failure(FailureKind Kind, Problem Problem)
{
    /// <summary>How long the server asked to wait; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public Exception? Cause { get; init; }
}

/// <summary>What a failure says about the request: whether it was executed decides whether it may be sent again.</summary>
internal enum FailureKind
{
    /// <summary>The server refused it, or it was not sent at all; sending it again would end the same way.</summary>
    Refused,

    /// <summary>The server refused it for now; nothing was executed.</summary>
    Throttled,

    /// <summary>There was no connection to send it over; nothing was executed.</summary>
    NeverSent,

    /// <summary>The answer was lost on the way, or the server failed; it may have been executed.</summary>
    Lost,

    /// <summary>Something answered that is not Dig's contract; it may have been executed, and another try would end the same way.</summary>
    Unreadable,
}
