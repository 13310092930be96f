namespace SonraiControlTower;

/// <summary>What users sign in and sign requests with, by the user's name. No secret is told.</summary>
public interface IIamCredentials
{
    /// <summary>Whether a user has a password (GetLoginProfile).</summary>
    Task<bool> HasPasswordAsync(string userName, CancellationToken cancellationToken);

    /// <summary>Takes a user's password away (DeleteLoginProfile).</summary>
    Task DeletePasswordAsync(string userName, CancellationToken cancellationToken);

    /// <summary>The access keys of a user (ListAccessKeys).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<AccessKey> ListAccessKeysAsync(string userName, CancellationToken cancellationToken);

    /// <summary>When an access key was last used (GetAccessKeyLastUsed); null for never.</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    Task<DateTimeOffset?> GetAccessKeyLastUsedAsync(string keyId, CancellationToken cancellationToken);

    /// <summary>Lets an access key be used, or not (UpdateAccessKey).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    Task SetAccessKeyActiveAsync(string userName, string keyId, bool isActive, CancellationToken cancellationToken);

    /// <summary>Deletes an access key (DeleteAccessKey).</summary>
    Task DeleteAccessKeyAsync(string userName, string keyId, CancellationToken cancellationToken);

    /// <summary>The serial numbers of a user's MFA devices (ListMFADevices).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<string> ListMfaDevicesAsync(string userName, CancellationToken cancellationToken);

    /// <summary>Parts a user and an MFA device (DeactivateMFADevice).</summary>
    Task DeactivateMfaDeviceAsync(string userName, string serialNumber, CancellationToken cancellationToken);

    /// <summary>The ids of a user's signing certificates (ListSigningCertificates).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<string> ListSigningCertificatesAsync(string userName, CancellationToken cancellationToken);

    /// <summary>Deletes a signing certificate (DeleteSigningCertificate).</summary>
    Task DeleteSigningCertificateAsync(string userName, string certificateId, CancellationToken cancellationToken);

    /// <summary>The ids of a user's SSH public keys (ListSSHPublicKeys).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<string> ListSshPublicKeysAsync(string userName, CancellationToken cancellationToken);

    /// <summary>Deletes an SSH public key (DeleteSSHPublicKey).</summary>
    Task DeleteSshPublicKeyAsync(string userName, string keyId, CancellationToken cancellationToken);

    /// <summary>The ids of a user's service-specific credentials (ListServiceSpecificCredentials).</summary>
    /// <exception cref="SonraiException"><c>IamNotFound</c>.</exception>
    IAsyncEnumerable<string> ListServiceSpecificCredentialsAsync(string userName, CancellationToken cancellationToken);

    /// <summary>Deletes a service-specific credential (DeleteServiceSpecificCredential).</summary>
    Task DeleteServiceSpecificCredentialAsync(string userName, string credentialId, CancellationToken cancellationToken);
}
