namespace SonraiControlTower;

/// <summary>Which stack set is meant, and as whom it is asked for.</summary>
public sealed record StackSetRef
{
    /// <param name="name">The name, or the id that AWS gave (<c>name:uuid</c>).</param>
    /// <param name="callAs">A word of <see cref="SonraiControlTower.CallAs"/>.</param>
    /// <exception cref="SonraiException"><c>MalformedAwsName</c>.</exception>
    public StackSetRef(string name, string callAs = SonraiControlTower.CallAs.Self)
    {
        Name = AwsNames.Stack(name);
        CallAs = callAs;
    }

    /// <summary>The name, or the id.</summary>
    public string Name { get; }

    /// <summary>SELF or DELEGATED_ADMIN.</summary>
    public string CallAs { get; }

    public override string ToString() => Name;
}

/// <summary>
/// As whom a stack set is asked for. Source:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackSet.html">CallAs</see>.
/// </summary>
public static class CallAs
{
    /// <summary>As the management account, or as the account that has a self-managed set.</summary>
    public const string Self = "SELF";

    /// <summary>As a delegated administrator for StackSets, on the sets of the management account.</summary>
    public const string DelegatedAdmin = "DELEGATED_ADMIN";
}
