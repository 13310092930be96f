namespace SonraiControlTower;

/// <summary>Dig's swimlanes.</summary>
public interface ISwimlanes
{
    /// <summary>The swimlane that holds everything. There is one whether or not it is listed.</summary>
    SonraiSwimlane Global { get; }

    /// <summary>Every swimlane.</summary>
    IAsyncEnumerable<SonraiSwimlane> ListAsync(CancellationToken cancellationToken);
}
