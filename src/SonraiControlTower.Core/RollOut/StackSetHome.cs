namespace SonraiControlTower;

/// <summary>The account and region that a stack set lives in, opened.</summary>
/// <param name="CloudFormation">CloudFormation there.</param>
/// <param name="Iam">IAM there.</param>
/// <param name="Caller">Who the credentials belong to.</param>
/// <param name="Region">The region, where it was named; else the set itself tells.</param>
public sealed record StackSetHome(ICloudFormation CloudFormation, IIam Iam, CallerIdentity Caller, string? Region)
{
    /// <summary><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> or another of AWS's partitions.</summary>
    public string Partition => Caller.Partition;

    /// <summary>Opens it, and asks AWS who is there.</summary>
    public static async Task<StackSetHome> OpenAsync(IAws aws, AwsAccess access, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aws);
        ArgumentNullException.ThrowIfNull(access);
        var sts = await aws.OpenStsAsync(access, cancellationToken).ConfigureAwait(false);
        return new(
            await aws.OpenCloudFormationAsync(access, cancellationToken).ConfigureAwait(false),
            await aws.OpenIamAsync(access, cancellationToken).ConfigureAwait(false),
            await sts.GetCallerIdentityAsync(cancellationToken).ConfigureAwait(false),
            access.Region);
    }

    /// <summary>The region to deploy in: IAM is global, so one suffices, and a set that has instances keeps to theirs.</summary>
    internal string RegionFor(StackSet set, IEnumerable<StackInstance> instances) =>
        instances.CountBy(instance => instance.Region).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Key).FirstOrDefault()
        ?? (set.Arn?.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null)
        ?? Region
        ?? throw new SonraiException(AwsProblems.NoRegion);
}
