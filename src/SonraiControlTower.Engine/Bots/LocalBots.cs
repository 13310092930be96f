namespace SonraiControlTower.Engine;

/// <summary>The remediation bots for AWS that are public, as a tenant would list them.</summary>
internal sealed class LocalBots(LocalSession session) : IBots
{
    public IAsyncEnumerable<SonraiBot> ListAsync(CancellationToken cancellationToken) =>
        session.Stream(() => BotFile.Load().ToBots(), cancellationToken);
}
