namespace SonraiControlTower;

/// <summary>The catalogue of IAM's actions that the engine goes by.</summary>
/// <param name="Source">Where it comes from: the package of the module, or AWS's Service Reference.</param>
/// <param name="AsOf">Its date.</param>
/// <param name="Services">How many services.</param>
/// <param name="Actions">How many actions.</param>
public sealed record SonraiActionCatalog(string Source, DateTimeOffset AsOf, int Services, int Actions)
{
    /// <summary>Actions that the catalogue before had not.</summary>
    public IReadOnlyList<string> Added { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Actions that only the catalogue before had; they stay known, since policies still name them.</summary>
    public IReadOnlyList<string> Removed { get; init => field = Arrays.Of(value); } = [];
}
