namespace SonraiControlTower.Sandbox;

/// <summary>A function of the sandbox is called.</summary>
/// <param name="Handler"><c>ASSEMBLY::NAMESPACE.CLASS::METHOD</c>.</param>
/// <param name="Environment">Its environment variables.</param>
/// <param name="Payload">What it is called with, as JSON.</param>
/// <param name="Access">AWS, with the keys of the function's role.</param>
/// <param name="Answer">Answers CloudFormation: what a PUT to the ResponseURL does at AWS.</param>
public sealed record FunctionCall(
    string Handler,
    IReadOnlyDictionary<string, string> Environment,
    string Payload,
    AwsAccess Access,
    Action<Uri, ReadOnlyMemory<byte>> Answer)
{
    // Neither the payload, which may carry a ResponseURL, nor the environment belongs on a screen.
    public override string ToString() => Handler;
}
