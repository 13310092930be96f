namespace SonraiControlTower;

/// <summary>What a user signs in or signs requests with is deleted. Nobody can bring it back, since IAM does not tell its secret.</summary>
/// <param name="UserName">The user.</param>
/// <param name="Credential">A word of <see cref="CredentialKind"/>.</param>
/// <param name="Id">Its id; the user's name for a password.</param>
public sealed record DeleteCredential(string UserName, string Credential, string Id) : IamChange
{
    public override string Loss => Credential == CredentialKind.Password
        ? $"user {UserName} needs a new password"
        : $"the {Credential} {Id} of user {UserName} is gone for good";

    public override string ToString() => Credential == CredentialKind.Password
        ? $"Delete the password of user {UserName}"
        : $"Delete the {Credential} {Id} of user {UserName}";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken) =>
        Standing.Of(!(await site.CredentialsAsync(UserName, Credential, cancellationToken).ConfigureAwait(false)).Contains(Id));

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        var credentials = site.Iam.Credentials;
        return Credential switch
        {
            CredentialKind.Password => credentials.DeletePasswordAsync(UserName, cancellationToken),
            CredentialKind.AccessKey => credentials.DeleteAccessKeyAsync(UserName, Id, cancellationToken),
            CredentialKind.MfaDevice => credentials.DeactivateMfaDeviceAsync(UserName, Id, cancellationToken),
            CredentialKind.SigningCertificate => credentials.DeleteSigningCertificateAsync(UserName, Id, cancellationToken),
            CredentialKind.SshPublicKey => credentials.DeleteSshPublicKeyAsync(UserName, Id, cancellationToken),
            _ => credentials.DeleteServiceSpecificCredentialAsync(UserName, Id, cancellationToken),
        };
    }

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The kinds of what a user signs in or signs requests with.</summary>
public static class CredentialKind
{
    public const string Password = "password";
    public const string AccessKey = "access key";
    public const string MfaDevice = "MFA device";
    public const string SigningCertificate = "signing certificate";
    public const string SshPublicKey = "SSH public key";
    public const string ServiceSpecificCredential = "service-specific credential";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Password, AccessKey, MfaDevice, SigningCertificate, SshPublicKey, ServiceSpecificCredential];
}
