using System.Management.Automation;

namespace SonraiControlTower.Errors;

/// <summary>Turns a problem into PowerShell's error record: its id becomes the ErrorId, its remedy the recommended action.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(Problem problem, object? target) => From(new SonraiException(problem), target);

    public static ErrorRecord From(SonraiException exception, object? target)
    {
        var problem = exception.Problem;
        return new ErrorRecord(exception, problem.Id, CategoryOf(problem.Kind), target ?? problem.Target)
        {
            ErrorDetails = new ErrorDetails(problem.Message) { RecommendedAction = problem.Remedy },
        };
    }

    private static ErrorCategory CategoryOf(ProblemKind kind) => kind switch
    {
        ProblemKind.InvalidInput => ErrorCategory.InvalidArgument,
        ProblemKind.NotConnected => ErrorCategory.ConnectionError,
        ProblemKind.NotAuthenticated => ErrorCategory.AuthenticationError,
        ProblemKind.NotAllowed => ErrorCategory.PermissionDenied,
        ProblemKind.NotFound => ErrorCategory.ObjectNotFound,
        ProblemKind.Conflict => ErrorCategory.ResourceExists,
        ProblemKind.Throttled => ErrorCategory.LimitsExceeded,
        ProblemKind.Unreachable => ErrorCategory.ResourceUnavailable,
        ProblemKind.UnexpectedAnswer => ErrorCategory.ProtocolError,
        ProblemKind.NotOffered => ErrorCategory.NotImplemented,
        _ => ErrorCategory.NotSpecified,
    };
}
