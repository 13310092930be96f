namespace SonraiControlTower;

/// <summary>Looks at one thing of the integration. It changes nothing.</summary>
internal interface ICheck
{
    /// <summary>What is looked at, as the table shows it.</summary>
    string Name { get; }

    /// <exception cref="SonraiException">Where AWS or Dig does not let it look; that is then the evidence.</exception>
    Task<IntegrationCheck> LookAsync(CheckedIntegration integration, CancellationToken cancellationToken);
}
