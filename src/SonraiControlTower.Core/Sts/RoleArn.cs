namespace SonraiControlTower;

/// <summary>
/// The ARN of a role: <c>arn:PARTITION:iam::ACCOUNT:role/PATH/NAME</c>
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</see>).
/// </summary>
public sealed record RoleArn
{
    private const int LongestName = 64;

    /// <param name="partition"><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> or another of AWS's partitions.</param>
    /// <param name="account">The account that has the role.</param>
    /// <param name="name">The name.</param>
    /// <param name="path"><c>/</c>, or <c>/…/</c>.</param>
    /// <exception cref="SonraiException"><c>MalformedAwsName</c>.</exception>
    public RoleArn(string partition, AccountId account, string name, string path = "/")
    {
        Partition = partition;
        Account = account;
        Name = AwsNames.Iam(name, LongestName);
        Path = AwsNames.IamPath(path);
    }

    /// <summary>Such as <c>aws</c>.</summary>
    public string Partition { get; }

    /// <summary>The account that has the role.</summary>
    public AccountId Account { get; }

    /// <summary>The name, without the path.</summary>
    public string Name { get; }

    /// <summary><c>/</c>, or <c>/…/</c>.</summary>
    public string Path { get; }

    /// <summary>Reads a role's ARN.</summary>
    /// <exception cref="SonraiException"><c>MalformedAwsName</c>, <c>MalformedAccountId</c>.</exception>
    public static RoleArn Parse(string? arn) =>
        arn?.Split(':') is ["arn", { Length: > 0 } partition, "iam", "", var account, var resource]
        && resource.StartsWith("role/", StringComparison.Ordinal)
        && resource.LastIndexOf('/') is var cut
            ? new(partition, AccountId.Parse(account), resource[(cut + 1)..], resource[4..(cut + 1)])
            : throw new SonraiException(AwsProblems.MalformedName("the ARN of a role", arn, "arn:PARTITION:iam::ACCOUNT:role/NAME"));

    public override string ToString() => $"arn:{Partition}:iam::{Account}:role{Path}{Name}";
}
