namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>What becomes of one account that is sent to Dig.</summary>
public enum Fate
{
    /// <summary>It is registered, and Dig says so.</summary>
    Made,

    /// <summary>Dig refuses it.</summary>
    Refused,

    /// <summary>It is registered, and the answer is lost.</summary>
    AnswerLost,

    /// <summary>The request itself is lost.</summary>
    RequestLost,
}
