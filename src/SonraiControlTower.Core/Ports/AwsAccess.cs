namespace SonraiControlTower;

/// <summary>
/// How the caller wants to reach AWS. What is null is settled by the AWS SDK's own order: environment, shared configuration files, container,
/// EC2 instance.
/// </summary>
public sealed record AwsAccess
{
    /// <summary>A profile of the shared configuration files; it may be an SSO, assume-role or process profile.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The region's system name, such as <c>eu-west-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>Where to send requests instead of AWS's own endpoint.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Gives the keys to sign with, asked again for every request so that a source which renews them is honoured.</summary>
    public Func<AwsKeys>? Credentials { get; init; }

    /// <summary>True for the keys of one short session: nothing that is opened with them is kept for the next who asks.</summary>
    public bool IsPassing { get; init; }

    /// <summary>
    /// The same way to AWS with the keys of an assumed role, as thousands of accounts are looked into one after another. Region, address and
    /// retries stay those of the profile; keys that are given count before it.
    /// </summary>
    public AwsAccess As(AwsKeys keys) => this with { Credentials = () => keys, IsPassing = true };
}

/// <summary>One set of AWS keys. It never prints itself.</summary>
public sealed record AwsKeys(string AccessKey, string SecretKey, string? SessionToken)
{
    public override string ToString() => "AwsKeys";
}
