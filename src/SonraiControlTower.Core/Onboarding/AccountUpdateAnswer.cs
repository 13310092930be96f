namespace SonraiControlTower;

/// <summary>What came of the change of one registration.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Now">The registration as Dig has it after the change; null where it has none, or could not be asked.</param>
/// <param name="Problem">What Dig had against the change, or that its answer was lost; null where it took it. <paramref name="Now"/> decides.</param>
public sealed record AccountUpdateAnswer(AccountId AccountId, SonraiAccount? Now, Problem? Problem)
{
    /// <summary>What else Dig kept with the registration before, and has no more. A change of roles must not take it along.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];
}
