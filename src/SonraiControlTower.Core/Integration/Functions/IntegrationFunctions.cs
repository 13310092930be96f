namespace SonraiControlTower;

/// <summary>The functions of the integration. AWS Lambda runs them through this, and so do the sandbox and the commands.</summary>
public static class IntegrationFunctions
{
    /// <summary>The handler that brings accounts to Dig, as the template names it.</summary>
    public const string SetupHandler = "SonraiControlTower.Lambda::SonraiControlTower.Lambda.SetupHandler::HandleAsync";

    /// <summary>The handler that rotates the API token, as the template names it.</summary>
    public const string RotateCredentialsHandler = "SonraiControlTower.Lambda::SonraiControlTower.Lambda.RotateCredentialsHandler::HandleAsync";

    /// <summary>Runs a function once.</summary>
    /// <param name="handler"><see cref="SetupHandler"/> or <see cref="RotateCredentialsHandler"/>.</param>
    /// <param name="environment">The function's environment; <see cref="FunctionSettings"/> has the names.</param>
    /// <param name="payload">What it is called with, as JSON.</param>
    /// <param name="host">Where it runs.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What it answers, as JSON.</returns>
    /// <exception cref="SonraiException">Whatever keeps it from doing its work: Lambda then calls it again.</exception>
    public static async Task<string> RunAsync(
        string handler, IReadOnlyDictionary<string, string> environment, string payload, IFunctionHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(host);
        var settings = new FunctionSettings(environment);
        using var document = FunctionJson.Parse(payload);
        using var deadline = new FunctionDeadline(settings, host.Clock, cancellationToken);
        return handler switch
        {
            SetupHandler => await new SetupFunction(settings, host, deadline).RunAsync(document.RootElement).ConfigureAwait(false),
            RotateCredentialsHandler => await new RotationFunction(settings, host).RunAsync(document.RootElement, deadline.Token).ConfigureAwait(false),
            _ => throw new SonraiException(FunctionProblems.HandlerUnknown(handler)),
        };
    }
}
