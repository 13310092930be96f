namespace SonraiControlTower;

/// <summary>A saved search of Dig.</summary>
/// <param name="Name">Its name in the Sonrai portal.</param>
/// <param name="Srn">Sonrai's resource name of it; null where the tenant did not say.</param>
public sealed record SonraiSearch(string Name, string? Srn)
{
    public override string ToString() => Name;
}
