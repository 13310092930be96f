namespace SonraiControlTower;

/// <summary>Which activity is asked for. Every condition left empty lets everything pass.</summary>
public sealed record ActivityQuery
{
    /// <summary>Patterns of ARNs or of bare names (<c>*</c> and <c>?</c>), in any case.</summary>
    public IReadOnlyList<string> Principals { get; init; } = [];

    /// <summary>Patterns of actions, as in policies.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Accounts.</summary>
    public IReadOnlyList<AccountId> Accounts { get; init; } = [];

    /// <summary>True to see also what is concluded rather than seen.</summary>
    public bool IncludeInferred { get; init; }

    /// <summary>True to see also roles of AWS services.</summary>
    public bool IncludeServiceLinked { get; init; }

    /// <summary>True for nothing but what was tried and never allowed.</summary>
    public bool OnlyDenied { get; init; }
}
