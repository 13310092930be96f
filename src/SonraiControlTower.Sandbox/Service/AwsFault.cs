namespace SonraiControlTower.Sandbox;

/// <summary>A service of the sandbox refuses, with AWS's own code and words. It never leaves the sandbox: <see cref="ServiceDesk"/> makes a problem of it.</summary>
internal sealed class AwsFault(string code, string message) : Exception(message)
{
    /// <summary>The code as it is on the wire.</summary>
    public string Code { get; } = code;

    public static AwsFault Denied(string words) => new("AccessDenied", words);

    public static AwsFault Validation(string words) => new("ValidationError", words);
}
