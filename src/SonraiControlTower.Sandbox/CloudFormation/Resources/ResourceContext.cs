namespace SonraiControlTower.Sandbox;

/// <summary>For whom, and in which stack, a resource is made.</summary>
/// <param name="Zone">The landing zone.</param>
/// <param name="Caller">With whose rights: the caller's own, or those of the role that StackSets took.</param>
/// <param name="StackId">The stack's ARN.</param>
/// <param name="StackName">The stack's name.</param>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="Tags">The stack's tags, which its resources get, too.</param>
internal sealed record ResourceContext(
    LandingZone Zone, Caller Caller, string StackId, string StackName, string LogicalId, IReadOnlyDictionary<string, string> Tags)
{
    private const int LongestName = 64;

    /// <summary>False in a stack set, which works on an instance at one stroke and waits for nobody.</summary>
    public bool CanWait { get; init; } = true;

    /// <summary>The stack's region.</summary>
    public string Region => StackId.Split(':')[3];

    public AccountIam Iam => Zone.Iam.Of(Caller.Account);

    /// <summary>
    /// The name of a resource that the template does not name
    /// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html">Name type</see>).
    /// </summary>
    public string GivenName()
    {
        var name = $"{StackName}-{LogicalId}";
        return $"{name[..Math.Min(name.Length, LongestName - 13)]}-{StableId.Letters(12, StackId, LogicalId)}";
    }
}
