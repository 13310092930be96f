namespace SonraiControlTower.Engine;

/// <summary>What the engine knows at one moment; an import makes another.</summary>
/// <param name="Estate">The identities.</param>
/// <param name="Usage">What they did.</param>
/// <param name="Catalog">The actions.</param>
/// <param name="Needs">What identities need of their policies.</param>
/// <param name="Stamp">Another for every import, the same in every session.</param>
internal sealed record Knowledge(Estate Estate, Usage Usage, ActionCatalog Catalog, PolicyNeeds Needs, string Stamp);
