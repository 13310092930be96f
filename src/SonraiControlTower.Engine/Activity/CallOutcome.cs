namespace SonraiControlTower.Engine;

/// <summary>What became of a call.</summary>
internal enum CallOutcome
{
    /// <summary>It was allowed, whether it then did what was asked or not.</summary>
    Allowed,

    /// <summary>It was refused for want of permission.</summary>
    Denied,

    /// <summary>It failed before, or without a word on, permission.</summary>
    Undecided,
}
