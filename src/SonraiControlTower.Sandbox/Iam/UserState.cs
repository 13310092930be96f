namespace SonraiControlTower.Sandbox;

/// <summary>A user, with what it signs in and signs requests with.</summary>
internal sealed class UserState(IamIdentity identity, string arn, string id, string path, DateTimeOffset createdAt)
    : IdentityState(identity, arn, id, path, createdAt)
{
    public bool HasPassword { get; set; }

    public DateTimeOffset? PasswordLastUsedAt { get; set; }

    public List<KeyOfUser> AccessKeys { get; } = [];

    public List<string> MfaDevices { get; } = [];

    public List<string> SigningCertificates { get; } = [];

    public List<string> SshPublicKeys { get; } = [];

    public List<string> ServiceSpecificCredentials { get; } = [];

    /// <summary>The key that a user of the estate calls AWS with: 20 letters and digits
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">unique identifiers</see>).</summary>
    public static string KeyId(string userArn) => StableId.Of("AKIA", userArn)[..20];

    public IamUser ToIamUser() => new()
    {
        Name = Name,
        Arn = Arn,
        UserId = Id,
        Path = Path,
        CreatedAt = CreatedAt,
        PermissionsBoundaryArn = BoundaryArn,
        Tags = new Dictionary<string, string>(Tags),
        PasswordLastUsedAt = PasswordLastUsedAt,
    };
}

/// <summary>An access key, and when it was last used.</summary>
internal sealed record KeyOfUser(AccessKey Key, DateTimeOffset? LastUsedAt);
