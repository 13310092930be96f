using System.Collections.ObjectModel;

namespace SonraiControlTower;

/// <summary>
/// A part of what an account's IAM holds: an <see cref="IamUserDetail"/>, <see cref="IamGroupDetail"/>, <see cref="IamRoleDetail"/> or
/// <see cref="IamPolicyDetail"/>. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</see>.
/// </summary>
public abstract record IamEntity
{
    private protected IamEntity()
    {
    }

    /// <summary>The ARN.</summary>
    public abstract string Arn { get; }
}

/// <summary>A user with its policies and groups.</summary>
public sealed record IamUserDetail(string Name, string UserArn, string UserId, string Path, DateTimeOffset CreatedAt) : IamEntity
{
    public override string Arn => UserArn;

    /// <summary>The names of the groups it is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The policies embedded in it.</summary>
    public IReadOnlyList<InlinePolicy> InlinePolicies { get; init; } = [];

    /// <summary>The policies attached to it.</summary>
    public IReadOnlyList<AttachedPolicy> AttachedPolicies { get; init; } = [];

    /// <summary>The policy that bounds its permissions; null for none.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The tags by name.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

/// <summary>A group with its policies; its users name it.</summary>
public sealed record IamGroupDetail(string Name, string GroupArn, string GroupId, string Path, DateTimeOffset CreatedAt) : IamEntity
{
    public override string Arn => GroupArn;

    /// <summary>The policies embedded in it.</summary>
    public IReadOnlyList<InlinePolicy> InlinePolicies { get; init; } = [];

    /// <summary>The policies attached to it.</summary>
    public IReadOnlyList<AttachedPolicy> AttachedPolicies { get; init; } = [];
}

/// <summary>A role with its policies. AWS tells here neither its description nor how long a session may last.</summary>
public sealed record IamRoleDetail(IamRole Role) : IamEntity
{
    public override string Arn => Role.Arn;

    /// <summary>The policies embedded in it.</summary>
    public IReadOnlyList<InlinePolicy> InlinePolicies { get; init; } = [];

    /// <summary>The policies attached to it.</summary>
    public IReadOnlyList<AttachedPolicy> AttachedPolicies { get; init; } = [];

    /// <summary>The ARNs of the instance profiles that carry it.</summary>
    public IReadOnlyList<string> InstanceProfileArns { get; init; } = [];
}

/// <summary>A managed policy with its versions, documents included; one of them is the default.</summary>
public sealed record IamPolicyDetail(ManagedPolicy Policy) : IamEntity
{
    public override string Arn => Policy.Arn;

    /// <summary>The versions.</summary>
    public IReadOnlyList<PolicyVersion> Versions { get; init; } = [];

    /// <summary>What is in force; null where AWS did not send it.</summary>
    public PolicyDocument? DefaultDocument => Versions.FirstOrDefault(version => version.IsDefault)?.Document;
}
