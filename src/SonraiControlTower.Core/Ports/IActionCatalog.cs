namespace SonraiControlTower;

/// <summary>The actions of IAM.</summary>
public interface IActionCatalog
{
    /// <summary>The catalogue in use.</summary>
    SonraiActionCatalog Current { get; }

    /// <summary>The names of the actions that a pattern of policies names (<c>*</c> and <c>?</c>), in any case, in their order.</summary>
    IEnumerable<string> Matching(string pattern);

    /// <summary>
    /// Fetches AWS's Service Reference and goes by it from now on
    /// (<see href="https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html">Service Reference</see>).
    /// </summary>
    /// <param name="endpoint">The address of its list of services; null for AWS's.</param>
    /// <param name="news">Is told how many of how many services were read.</param>
    /// <param name="cancellationToken">Stops; the catalogue then stays what it was.</param>
    /// <exception cref="SonraiException"><c>ServiceReferenceUnreachable</c>, <c>ServiceReferenceMalformed</c>.</exception>
    Task<SonraiActionCatalog> UpdateAsync(Uri? endpoint, Action<int, int> news, CancellationToken cancellationToken);
}
