namespace SonraiControlTower.Aws.Protocol;

/// <summary>What tells one AWS service from another on the wire.</summary>
/// <param name="Id">The SDK's service id, such as <c>Organizations</c>; it also names the variable <c>AWS_ENDPOINT_URL_ORGANIZATIONS</c>.</param>
/// <param name="SigningName">The name in the signature's scope and in the host, such as <c>organizations</c>.</param>
/// <param name="Version">The API's version, such as <c>2016-11-28</c>.</param>
/// <param name="IsGlobal">True if each partition has one endpoint, whatever the region.</param>
internal sealed record AwsService(string Id, string SigningName, string Version, bool IsGlobal)
{
    /// <summary>The problem behind an error code of the service's own, from the operation, the code and AWS's words; null for a common code.</summary>
    public Func<string, string, string, Problem?> OwnProblem { get; init; } = (_, _, _) => null;

    /// <summary>The home of a global service in a partition (and in its dual-stack domain), where it is not the usual one.</summary>
    public Func<string, bool, ServiceHome?> OwnHome { get; init; } = (_, _) => null;

    /// <summary>
    /// Whether the plain endpoint of GovCloud is the FIPS one, from whether the dual-stack domain is asked for. Else it has <c>-fips</c> in its name.
    /// </summary>
    public Func<bool, bool> IsPlainFipsInGovCloud { get; init; } = dualStack => !dualStack;

    /// <summary>Whether dual stack has a domain of its own in a partition; else the plain domain is reached over both.</summary>
    public Func<string, bool> HasDualStackDomain { get; init; } = _ => true;

    /// <summary>How long an answer is waited for; null for the SDK's 100 seconds.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What an operation is called in policies and in our messages, such as <c>iam:CreateRole</c>.</summary>
    public string ActionOf(string operation) => $"{SigningName}:{operation}";
}

/// <summary>Where a global service lives.</summary>
/// <param name="Label">What stands between the host and the partition's domain; null for nothing.</param>
/// <param name="Region">The region that requests are signed for.</param>
internal sealed record ServiceHome(string? Label, string Region);
