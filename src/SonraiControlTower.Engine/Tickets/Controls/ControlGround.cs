namespace SonraiControlTower.Engine;

/// <summary>What all identities are looked at with, made once for thousands of them.</summary>
/// <param name="estate">The estate.</param>
/// <param name="catalog">The actions.</param>
internal sealed class ControlGround(Estate estate, ActionCatalog catalog)
{
    // A service of two or three actions makes nobody an administrator of it.
    private const int FewestActions = 8;

    public Estate Estate => estate;

    /// <summary>Who may do all of this may give itself everything else.</summary>
    public ActionSet Administration { get; } = catalog.Matching("iam:*");

    /// <summary>The sensitive actions.</summary>
    public SensitivityScale Scale { get; } = new(catalog);

    /// <summary>Everything that each service of some size has.</summary>
    public IReadOnlyList<ActionSet> Services { get; } =
        [.. catalog.Services.Select(service => catalog.Matching($"{service}:*")).Where(actions => actions.Count >= FewestActions)];

    public ActionSet None => new(catalog.Count);
}
