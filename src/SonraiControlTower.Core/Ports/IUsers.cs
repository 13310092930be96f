namespace SonraiControlTower;

/// <summary>The people who work with Dig.</summary>
public interface IUsers
{
    /// <summary>Every active user.</summary>
    IAsyncEnumerable<SonraiUser> ListAsync(CancellationToken cancellationToken);
}
