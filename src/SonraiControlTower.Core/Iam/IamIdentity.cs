namespace SonraiControlTower;

/// <summary>A user, group or role of one account, by name: what policies are attached to.</summary>
public sealed record IamIdentity
{
    private const int LongestName = 64;
    private const int LongestGroupName = 128;

    private IamIdentity(string kind, string name, int longest)
    {
        Kind = kind;
        Name = AwsNames.Iam(name, longest);
    }

    /// <summary>A word of <see cref="IamKind"/>.</summary>
    public string Kind { get; }

    /// <summary>The name, without the path.</summary>
    public string Name { get; }

    /// <exception cref="SonraiException"><c>MalformedAwsName</c>.</exception>
    public static IamIdentity Role(string name) => new(IamKind.Role, name, LongestName);

    /// <exception cref="SonraiException"><c>MalformedAwsName</c>.</exception>
    public static IamIdentity User(string name) => new(IamKind.User, name, LongestName);

    /// <exception cref="SonraiException"><c>MalformedAwsName</c>.</exception>
    public static IamIdentity Group(string name) => new(IamKind.Group, name, LongestGroupName);

    public override string ToString() => $"{Kind} {Name}";
}

/// <summary>The kinds of entities of IAM; they are also the words in the names of its operations and of its listing's filter.</summary>
public static class IamKind
{
    public const string User = "User";
    public const string Group = "Group";
    public const string Role = "Role";

    /// <summary>The account's own managed policies.</summary>
    public const string LocalManagedPolicy = "LocalManagedPolicy";

    /// <summary>AWS's own managed policies, those that are in use.</summary>
    public const string AwsManagedPolicy = "AWSManagedPolicy";
}
