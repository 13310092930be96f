namespace SonraiControlTower;

/// <summary>
/// A function of AWS Lambda
/// (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html">FunctionConfiguration</see>). Its environment is not
/// part of it.
/// </summary>
public sealed record LambdaFunction
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary><c>arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME</c>.</summary>
    public required string Arn { get; init; }

    /// <summary>Such as Active, Pending or Failed.</summary>
    public string? State { get; init; }

    /// <summary>Why it is so, in AWS's words.</summary>
    public string? StateReason { get; init; }

    /// <summary>Such as dotnet10.</summary>
    public string? Runtime { get; init; }

    /// <summary><c>ASSEMBLY::NAMESPACE.CLASS::METHOD</c>.</summary>
    public string? Handler { get; init; }

    /// <summary>The SHA-256 of its package, in base64.</summary>
    public string? CodeSha256 { get; init; }

    public override string ToString() => Name;
}

/// <summary>
/// What feeds a function from a queue
/// (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html">EventSourceMappingConfiguration</see>).
/// </summary>
/// <param name="Id">Its UUID.</param>
/// <param name="EventSourceArn">The queue.</param>
/// <param name="State">Such as Enabled or Disabled.</param>
public sealed record EventSourceMapping(string Id, string EventSourceArn, string State);

/// <summary>
/// What a function answered (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</see>).
/// </summary>
/// <param name="FunctionError">Unhandled where the function threw; null where it returned.</param>
/// <param name="Payload">What it returned, or its error, as JSON.</param>
public sealed record LambdaAnswer(string? FunctionError, string Payload);
