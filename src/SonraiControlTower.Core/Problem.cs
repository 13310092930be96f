namespace SonraiControlTower;

/// <summary>
/// One thing that went wrong, said so that a person can act on it. Use cases return problems as part of a result, or throw them
/// inside a <see cref="SonraiException"/> where nothing can go on.
/// </summary>
/// <param name="Id">A stable name for the fact, such as <c>CollectorNotFound</c>. It becomes the ErrorId and never changes.</param>
/// <param name="Message">One sentence that quotes the input.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Kind">Which family of problems it belongs to.</param>
public sealed record Problem(string Id, string Message, string Remedy, ProblemKind Kind)
{
    /// <summary>The item the problem is about; null where the caller knows it better.</summary>
    public object? Target { get; init; }
}

/// <summary>The families of problems; the PowerShell face turns each into an error category.</summary>
public enum ProblemKind
{
    /// <summary>What was typed or piped cannot be used as it is.</summary>
    InvalidInput,

    /// <summary>There is no session, or the session lacks what the call needs.</summary>
    NotConnected,

    /// <summary>A token or credential was not accepted.</summary>
    NotAuthenticated,

    /// <summary>The caller is known but may not do this.</summary>
    NotAllowed,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>What was asked for exists already, or in another form.</summary>
    Conflict,

    /// <summary>A service asked to be called less often, or a quota is used up.</summary>
    Throttled,

    /// <summary>A service could not be reached, or its answer was lost.</summary>
    Unreachable,

    /// <summary>A service answered with something that is not in its contract.</summary>
    UnexpectedAnswer,

    /// <summary>The tenant does not offer the operation.</summary>
    NotOffered,
}
