namespace SonraiControlTower;

/// <summary>Dig's swimlanes.</summary>
public interface ISwimlanes
{
    /// <summary>Every swimlane.</summary>
    IAsyncEnumerable<SonraiSwimlane> ListAsync(CancellationToken cancellationToken);
}
