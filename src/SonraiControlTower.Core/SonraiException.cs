namespace SonraiControlTower;

/// <summary>Carries a <see cref="SonraiControlTower.Problem"/> out of a use case that cannot go on.</summary>
public sealed class SonraiException : Exception
{
    public SonraiException(Problem problem, Exception? innerException = null)
        : base(problem?.Message, innerException)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
    }

    /// <summary>What went wrong and what to do about it.</summary>
    public Problem Problem { get; }
}
