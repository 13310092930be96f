namespace SonraiControlTower;

/// <summary>The templates of the integration: its stack, and the small one that sends AWS Organizations' events to it from their own region.</summary>
public sealed record IntegrationTemplate
{
    /// <summary>The most that CloudFormation takes in a request, in bytes; a longer one goes by way of a bucket.</summary>
    public const int MostBytes = 51_200;

    private IntegrationTemplate(string file)
    {
        File = file;
        Body = RoleTemplate.Read(file);
    }

    /// <summary>
    /// The stack of the management account, in Control Tower's home region: <see cref="IntegrationParameters"/> has what it takes,
    /// <see cref="IntegrationOutputs"/> what it tells, <see cref="IntegrationResources"/> what it makes.
    /// </summary>
    public static IntegrationTemplate Main { get; } = new("sonrai-control-tower.yaml");

    /// <summary>
    /// The stack of the management account in the region of AWS Organizations' events, where Control Tower's home is another. It takes
    /// <see cref="IntegrationParameters.HomeRegion"/> alone.
    /// </summary>
    public static IntegrationTemplate OrganizationEvents { get; } = new("organization-events.yaml");

    /// <summary>The name of the file.</summary>
    public string File { get; }

    /// <summary>The text, with line feeds.</summary>
    public string Body { get; }

    /// <summary>What must be allowed to CloudFormation, since the collector's role has a name.</summary>
    public IReadOnlyList<string> Capabilities { get; } = ["CAPABILITY_NAMED_IAM"];

    public override string ToString() => File;
}
