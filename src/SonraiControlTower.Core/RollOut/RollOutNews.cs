namespace SonraiControlTower;

/// <summary>Something to tell while a role is rolled out: a <see cref="RollOutNotice"/>, a <see cref="RollOutProgress"/> or a <see cref="RollOutEnd"/>.</summary>
public abstract record RollOutNews
{
    private protected RollOutNews()
    {
    }
}

/// <summary>Something that is to be known, and is nobody's failure.</summary>
/// <param name="Text">A sentence or two.</param>
/// <param name="IsWarning">False for what goes as it should.</param>
public sealed record RollOutNotice(string Text, bool IsWarning = true) : RollOutNews;

/// <summary>How far it has got.</summary>
/// <param name="Activity">What is waited for.</param>
/// <param name="Done">Accounts that are done.</param>
/// <param name="Failed">Accounts that failed.</param>
/// <param name="Total">Accounts in all; 0 where that is not known.</param>
public sealed record RollOutProgress(string Activity, int Done, int Failed, int Total) : RollOutNews;

/// <summary>The end that an account came to.</summary>
/// <param name="Result">The result.</param>
/// <param name="Problem">The problem behind it, where there is one to report.</param>
public sealed record RollOutEnd(CollectorRoleResult Result, Problem? Problem = null) : RollOutNews;
