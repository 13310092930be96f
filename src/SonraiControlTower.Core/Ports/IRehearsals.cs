namespace SonraiControlTower;

/// <summary>Tries policies before anybody has them.</summary>
public interface IRehearsals
{
    /// <summary>Which recorded calls of an identity are allowed by the policies that it has, and would not be by those that it is to have.</summary>
    Task<Rehearsal> TryAsync(RehearsalRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The statements of a policy in as few documents as IAM's limit allows, in their order; a statement that is too long for one is divided by its
    /// actions or resources. What they allow and deny together is what the policy does.
    /// </summary>
    /// <param name="document">A policy of identities, as JSON.</param>
    /// <param name="longest">How many characters a document may have, white space not counted.</param>
    /// <exception cref="SonraiException"><c>PolicyMalformed</c>, or <c>PolicyTooLong</c> where no division is short enough.</exception>
    IReadOnlyList<string> Split(string document, int longest);
}
