namespace SonraiControlTower.Engine;

/// <summary>The remediation bots for AWS that are public, as a tenant would list them.</summary>
internal sealed class LocalBots(LocalSession session) : IBots
{
    public IAsyncEnumerable<SonraiBot> ListAsync(CancellationToken cancellationToken)
    {
        return List().ToAsyncEnumerable();

        IEnumerable<SonraiBot> List()
        {
            session.Demand(cancellationToken);
            foreach (var bot in BotFile.Load().ToBots())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return bot;
            }
        }
    }
}
