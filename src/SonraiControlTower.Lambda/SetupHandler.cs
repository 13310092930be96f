namespace SonraiControlTower.Lambda;

/// <summary>The function that brings accounts to Dig. Lambda finds it by name, and has it handle one call after another.</summary>
public sealed class SetupHandler
{
    private readonly FunctionCall _call = new(IntegrationFunctions.SetupHandler);

    /// <summary>Handles one call.</summary>
    /// <param name="input">What it is called with, as JSON.</param>
    /// <returns>What it answers, as JSON.</returns>
    public Task<Stream> HandleAsync(Stream input) => _call.RunAsync(input);
}
