using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>Looks at what a service answered behind a problem, where an adapter makes a result of it.</summary>
internal static class Refusal
{
    /// <summary>AWS's error code; null if the call failed otherwise.</summary>
    public static string? CodeOf(SonraiException refused) => (refused.InnerException as AmazonServiceException)?.ErrorCode;

    /// <summary>
    /// True for a ValidationError with these words. CloudFormation has no codes for "does not exist" and "nothing to do": its own command line
    /// decides on the same words (<see href="https://github.com/aws/aws-cli/blob/develop/awscli/customizations/cloudformation/deployer.py">deployer.py</see>).
    /// </summary>
    public static bool IsValidation(SonraiException refused, string words) =>
        refused.InnerException is AmazonServiceException { ErrorCode: "ValidationError" } answer
        && answer.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
