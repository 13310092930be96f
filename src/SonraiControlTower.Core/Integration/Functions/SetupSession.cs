namespace SonraiControlTower;

/// <summary>Dig, opened for one call of the function with the token that is in use now.</summary>
internal sealed class SetupSession : IDisposable
{
    private SetupSession(IDig dig) => Dig = dig;

    public IDig Dig { get; }

    /// <summary>Reads the token and opens Dig. It is never kept from one call to the next: a rotation may have replaced it meanwhile.</summary>
    /// <exception cref="SonraiException"><c>TokenSecretUnusable</c>, or what AWS answers.</exception>
    public static async Task<SetupSession> OpenAsync(FunctionSettings settings, IFunctionHost host, CancellationToken cancellationToken)
    {
        var secretId = settings.Text(FunctionSettings.SecretId);
        var secrets = await host.Aws.OpenSecretsManagerAsync(host.Access, cancellationToken).ConfigureAwait(false);
        var version = await secrets.GetValueAsync(secretId, SecretVersionChoice.Current, cancellationToken).ConfigureAwait(false);
        return new(host.OpenDig(TokenSecret.Read(secretId, version).Token, settings.DigAddress));
    }

    /// <summary>The collector that the stack was told of.</summary>
    public Task<SonraiCollector> CollectorAsync(FunctionSettings settings, CancellationToken cancellationToken) =>
        CollectorChoice.ChooseAsync(Dig.Collectors, settings.Text(FunctionSettings.CollectorName), cancellationToken);

    public void Dispose() => (Dig as IDisposable)?.Dispose();
}
