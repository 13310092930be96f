namespace SonraiControlTower;

/// <summary>A collector deployment of Dig (a "PlatformAccount" in its API): what reads the accounts registered with it.</summary>
/// <param name="Name">The deployment's name in the Sonrai portal.</param>
/// <param name="Srn">Sonrai's resource name of the deployment.</param>
/// <param name="CloudType"><c>aws</c>, or <c>sonraiSaaS</c> for a collector that Sonrai runs.</param>
public sealed record SonraiCollector(string Name, string Srn, string CloudType)
{
    public override string ToString() => Name;
}
