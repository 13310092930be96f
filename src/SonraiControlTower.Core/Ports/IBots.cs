namespace SonraiControlTower;

/// <summary>Dig's remediation bots.</summary>
public interface IBots
{
    /// <summary>Every remediation bot for AWS, and those for all clouds.</summary>
    /// <exception cref="SonraiException"><c>OperationNotOffered</c> where the tenant has no such list, or what the tenant answers.</exception>
    IAsyncEnumerable<SonraiBot> ListAsync(CancellationToken cancellationToken);
}
