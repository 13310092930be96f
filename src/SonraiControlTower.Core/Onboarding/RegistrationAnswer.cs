namespace SonraiControlTower;

/// <summary>What came of one account of a registration request.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Outcome">Made, refused, or not known.</param>
/// <param name="Srn">Sonrai's resource name of the registration, where it was made.</param>
/// <param name="Problem">Why it was refused, or why the answer is not known.</param>
public sealed record RegistrationAnswer(AccountId AccountId, RegistrationOutcome Outcome, string? Srn, Problem? Problem);

/// <summary>The outcomes of one account of a registration request.</summary>
public enum RegistrationOutcome
{
    /// <summary>Dig confirmed it.</summary>
    Made,

    /// <summary>Dig said no.</summary>
    Refused,

    /// <summary>The answer was lost; Dig may or may not have done it.</summary>
    Unknown,
}
