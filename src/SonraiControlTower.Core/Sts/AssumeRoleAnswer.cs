namespace SonraiControlTower;

/// <summary>What came of assuming a role: an <see cref="AssumedRole"/>, or an <see cref="AssumeRoleDenied"/>.</summary>
public abstract record AssumeRoleAnswer
{
    private protected AssumeRoleAnswer()
    {
    }
}

/// <summary>The role was assumed.</summary>
/// <param name="Keys">The session's keys; <see cref="AwsAccess.As"/> opens services with them.</param>
/// <param name="ExpiresAt">When they end.</param>
/// <param name="SessionArn"><c>arn:PARTITION:sts::ACCOUNT:assumed-role/ROLE/SESSION</c>.</param>
public sealed record AssumedRole(AwsKeys Keys, DateTimeOffset ExpiresAt, string SessionArn) : AssumeRoleAnswer;

/// <summary>
/// The role was not given. AWS answers so alike where the role does not exist, where it trusts somebody else or another external id, and where
/// a policy forbids it.
/// </summary>
/// <param name="Denial">What AWS lets know of it.</param>
public sealed record AssumeRoleDenied(AccessDenial Denial) : AssumeRoleAnswer;

/// <summary>Who one is to AWS (<see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</see>).</summary>
/// <param name="Account">The account of the credentials.</param>
/// <param name="Arn">The user, role session or root that they are of.</param>
/// <param name="UserId">AWS's own id of it.</param>
public sealed record CallerIdentity(AccountId Account, string Arn, string UserId)
{
    /// <summary><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> or another of AWS's partitions.</summary>
    public string Partition => Arn?.Split(':') is ["arn", { Length: > 0 } partition, ..] ? partition : AwsPartition.Of(null);
}
