using System.Text.Json.Serialization;

namespace SonraiControlTower;

/// <summary>
/// What Secrets Manager asks of a function
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">Rotation by Lambda function</see>).
/// </summary>
/// <param name="Step">A word of <see cref="RotationStep"/>.</param>
/// <param name="SecretId">The secret's ARN.</param>
/// <param name="ClientRequestToken">The id of the version that the rotation makes.</param>
internal sealed record RotationRequest(
    [property: JsonPropertyName("Step")] string? Step,
    [property: JsonPropertyName("SecretId")] string? SecretId,
    [property: JsonPropertyName("ClientRequestToken")] string? ClientRequestToken);

/// <summary>What the function answers; Secrets Manager does not read it, people do.</summary>
/// <param name="Step">The step.</param>
/// <param name="Outcome">What came of it, in words.</param>
internal sealed record RotationAnswer(string Step, string Outcome);

/// <summary>The steps of a rotation, in order.</summary>
public static class RotationStep
{
    /// <summary>Make the new token, and put it into the version.</summary>
    public const string Create = "createSecret";

    /// <summary>Tell the service of it: Dig made it, and knows it.</summary>
    public const string Set = "setSecret";

    /// <summary>Try it.</summary>
    public const string Test = "testSecret";

    /// <summary>Let it take the old one's place.</summary>
    public const string Finish = "finishSecret";
}
