namespace SonraiControlTower;

/// <summary>
/// Where the integration is set up, and what can be found out about it. Nothing is taken for granted: from landing zone 4.0 on, neither an audit
/// account nor an organization trail must exist (<see href="https://docs.aws.amazon.com/controltower/latest/userguide/lz-api-launch.html">landing
/// zones</see>).
/// </summary>
public sealed record IntegrationSite
{
    /// <summary>The region that the stack is in.</summary>
    public required string Region { get; init; }

    /// <summary>The account that the credentials belong to.</summary>
    public required AccountId Account { get; init; }

    /// <summary><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> or another of AWS's partitions.</summary>
    public required string Partition { get; init; }

    /// <summary>The organization.</summary>
    public required Organization Organization { get; init; }

    /// <summary>The account that is called Audit; null where none is.</summary>
    public OrgAccount? Audit { get; init; }

    /// <summary>The account that is called Log Archive, or whose number the organization trail's bucket carries; null where there is none.</summary>
    public OrgAccount? LogArchive { get; init; }

    /// <summary>The organization's trail; null where there is none, or where these credentials may not look.</summary>
    public Trail? Trail { get; init; }

    /// <summary>AWS's words where these credentials may not look for a trail; null where they may.</summary>
    public string? TrailRefusal { get; init; }

    /// <summary>The region whose event bus gets the events of AWS Organizations.</summary>
    public string OrganizationsRegion => Partition switch
    {
        "aws-cn" => "cn-northwest-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };

    /// <summary>Finds it out.</summary>
    /// <exception cref="SonraiException"><c>NotTheManagementAccount</c>, <c>NoOrganization</c>, or what AWS says of the credentials.</exception>
    public static async Task<IntegrationSite> DiscoverAsync(IAws aws, AwsAccess access, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aws);
        var region = await aws.SettleRegionAsync(access, cancellationToken).ConfigureAwait(false);
        var sts = await aws.OpenStsAsync(access, cancellationToken).ConfigureAwait(false);
        var caller = await sts.GetCallerIdentityAsync(cancellationToken).ConfigureAwait(false);
        var organizations = await aws.OpenOrganizationsAsync(access, cancellationToken).ConfigureAwait(false);
        var organization = await organizations.DescribeOrganizationAsync(cancellationToken).ConfigureAwait(false);
        if (organization.ManagementAccountId != caller.Account.ToString())
        {
            throw new SonraiException(IntegrationProblems.NotTheManagementAccount(caller.Account, organization.ManagementAccountId));
        }

        var (trail, refusal) = await LookForTrailAsync(aws, access, cancellationToken).ConfigureAwait(false);
        var accounts = await organizations.ListAccountsAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new IntegrationSite
        {
            Region = region,
            Account = caller.Account,
            Partition = caller.Partition,
            Organization = organization,
            Trail = trail,
            TrailRefusal = refusal,
            Audit = Called(accounts, "Audit"),
            LogArchive = Called(accounts, "Log Archive") ?? accounts.Find(one => trail?.BucketName.Contains(one.AccountId, StringComparison.Ordinal) == true),
        };
    }

    /// <summary>The trail only helps to find the log archive account; the integration does not need it.</summary>
    private static async Task<(Trail? Trail, string? Refusal)> LookForTrailAsync(IAws aws, AwsAccess access, CancellationToken cancellationToken)
    {
        try
        {
            return (await OrganizationTrail.FindAsync(aws, access, cancellationToken).ConfigureAwait(false), null);
        }
        catch (SonraiException denied) when (denied.Problem.Kind == ProblemKind.NotAllowed)
        {
            return (null, denied.Message);
        }
    }

    /// <summary>The one account of that name; case does not count, for Control Tower's own documents write both.</summary>
    private static OrgAccount? Called(List<OrgAccount> accounts, string name) =>
        accounts.FindAll(one => one.IsActive && one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is [var only] ? only : null;
}
