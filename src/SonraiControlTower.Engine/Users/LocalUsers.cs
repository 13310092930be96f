namespace SonraiControlTower.Engine;

/// <summary>The people of the local engine: whoever has the session, and those it was started with.</summary>
internal sealed class LocalUsers(string tenant, IReadOnlyList<SonraiUser> others, LocalSession session) : IUsers
{
    /// <summary>Whoever has the session.</summary>
    public SonraiUser Self { get; } = new($"srn:{tenant}::SonraiUser/operator", "operator", null);

    public IAsyncEnumerable<SonraiUser> ListAsync(CancellationToken cancellationToken) =>
        session.Stream(() => others.Prepend(Self), cancellationToken);

    public SonraiUser? Find(string srn) => others.Prepend(Self).FirstOrDefault(one => one.Srn == srn);
}
