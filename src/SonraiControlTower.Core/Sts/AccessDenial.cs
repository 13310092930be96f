using System.Text.RegularExpressions;

namespace SonraiControlTower;

/// <summary>
/// What AWS says when it denies access. Its sentence may name the caller and the kind of policy that decided; across accounts it often does
/// not. Source: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">access denied error messages</see>.
/// </summary>
public sealed partial record AccessDenial
{
    private AccessDenial(string message, string? caller, string? policy, bool isExplicit)
    {
        Message = message;
        Caller = caller;
        Policy = policy;
        IsExplicit = isExplicit;
    }

    /// <summary>AWS's own words.</summary>
    public string Message { get; }

    /// <summary>The ARN of who asked; null where AWS does not say.</summary>
    public string? Caller { get; }

    /// <summary>A word of <see cref="DenyingPolicy"/>; null where AWS does not say.</summary>
    public string? Policy { get; }

    /// <summary>True if a statement denies it; false if none allows it, or if AWS does not say.</summary>
    public bool IsExplicit { get; }

    /// <summary>Reads AWS's sentence. What it does not have the known form of is kept, and nothing is guessed.</summary>
    public static AccessDenial Parse(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var policy = DecidingPolicy().Match(message);
        return new(
            message,
            CallerArn().Match(message) is { Success: true } caller ? caller.Groups["arn"].Value : null,
            policy.Success ? DenyingPolicy.Of(policy.Groups["kind"].Value) : null,
            policy.Success && policy.Groups["explicit"].Success);
    }

    public override string ToString() => Message;

    [GeneratedRegex(@"User: (?<arn>arn:\S+) is not authorized", RegexOptions.ExplicitCapture)]
    private static partial Regex CallerArn();

    [GeneratedRegex(
        @"((?<explicit>with an explicit deny in (an?|the) )|because no )(?<kind>service control policy|resource control policy|permissions boundary|session policy|identity-based policy|resource-based policy|VPC endpoint policy|role trust policy)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex DecidingPolicy();
}

/// <summary>The kinds of policies that can deny.</summary>
public static class DenyingPolicy
{
    public const string ServiceControlPolicy = nameof(ServiceControlPolicy);
    public const string ResourceControlPolicy = nameof(ResourceControlPolicy);
    public const string PermissionsBoundary = nameof(PermissionsBoundary);
    public const string SessionPolicy = nameof(SessionPolicy);
    public const string IdentityPolicy = nameof(IdentityPolicy);

    /// <summary>The trust policy of a role is one.</summary>
    public const string ResourcePolicy = nameof(ResourcePolicy);

    public const string EndpointPolicy = nameof(EndpointPolicy);

    internal static string Of(string words) => words switch
    {
        "service control policy" => ServiceControlPolicy,
        "resource control policy" => ResourceControlPolicy,
        "permissions boundary" => PermissionsBoundary,
        "session policy" => SessionPolicy,
        "identity-based policy" => IdentityPolicy,
        "VPC endpoint policy" => EndpointPolicy,
        _ => ResourcePolicy,
    };
}
