namespace SonraiControlTower;

/// <summary>Somebody who works with Dig.</summary>
/// <param name="Srn">Sonrai's resource name of the user.</param>
/// <param name="Name">The name the Sonrai portal shows; null where the tenant did not say.</param>
/// <param name="Email">The address they sign in with; null where the tenant did not say.</param>
public sealed record SonraiUser(string Srn, string? Name, string? Email)
{
    public override string ToString() => Email ?? Name ?? Srn;
}
