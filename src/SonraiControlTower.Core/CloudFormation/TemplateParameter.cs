namespace SonraiControlTower;

/// <summary>
/// A parameter of a template and its value. It prints its name only: the value may be an external id or another NoEcho parameter.
/// Source: <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Parameter.html">Parameter</see>.
/// </summary>
/// <param name="Key">The name in the template.</param>
/// <param name="Value">The value; null keeps, on an update, the value that the stack or stack set has.</param>
public sealed record TemplateParameter(string Key, string? Value)
{
    public override string ToString() => Key;
}
