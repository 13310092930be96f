using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam;

/// <summary>What users sign in and sign requests with, over the wire.</summary>
internal sealed class IamCredentialsAdapter(QueryClient client) : IIamCredentials
{
    public async Task<bool> HasPasswordAsync(string userName, CancellationToken cancellationToken) =>
        await IamGone.OrNullAsync(client.SendAsync(IamService.GetLoginProfile, Of(userName), cancellationToken)).ConfigureAwait(false) is not null;

    public Task DeletePasswordAsync(string userName, CancellationToken cancellationToken) =>
        RemoveAsync(IamService.DeleteLoginProfile, Of(userName), cancellationToken);

    public IAsyncEnumerable<AccessKey> ListAccessKeysAsync(string userName, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListAccessKeys, "Marker", () => Of(userName), cancellationToken);

    public async Task<DateTimeOffset?> GetAccessKeyLastUsedAsync(string keyId, CancellationToken cancellationToken) =>
        (await client.SendAsync(IamService.GetAccessKeyLastUsed, new QueryForm().Add("AccessKeyId", keyId), cancellationToken).ConfigureAwait(false)).At;

    public Task SetAccessKeyActiveAsync(string userName, string keyId, bool isActive, CancellationToken cancellationToken) =>
        client.SendAsync(
            IamService.UpdateAccessKey, Of(userName).Add("AccessKeyId", keyId).Add("Status", isActive ? "Active" : "Inactive"), cancellationToken);

    public Task DeleteAccessKeyAsync(string userName, string keyId, CancellationToken cancellationToken) =>
        RemoveAsync(IamService.DeleteAccessKey, Of(userName).Add("AccessKeyId", keyId), cancellationToken);

    public IAsyncEnumerable<string> ListMfaDevicesAsync(string userName, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListMfaDevices, "Marker", () => Of(userName), cancellationToken);

    public Task DeactivateMfaDeviceAsync(string userName, string serialNumber, CancellationToken cancellationToken) =>
        RemoveAsync(IamService.DeactivateMfaDevice, Of(userName).Add("SerialNumber", serialNumber), cancellationToken);

    public IAsyncEnumerable<string> ListSigningCertificatesAsync(string userName, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListSigningCertificates, "Marker", () => Of(userName), cancellationToken);

    public Task DeleteSigningCertificateAsync(string userName, string certificateId, CancellationToken cancellationToken) =>
        RemoveAsync(IamService.DeleteSigningCertificate, Of(userName).Add("CertificateId", certificateId), cancellationToken);

    public IAsyncEnumerable<string> ListSshPublicKeysAsync(string userName, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListSshPublicKeys, "Marker", () => Of(userName), cancellationToken);

    public Task DeleteSshPublicKeyAsync(string userName, string keyId, CancellationToken cancellationToken) =>
        RemoveAsync(IamService.DeleteSshPublicKey, Of(userName).Add("SSHPublicKeyId", keyId), cancellationToken);

    public IAsyncEnumerable<string> ListServiceSpecificCredentialsAsync(string userName, CancellationToken cancellationToken) =>
        client.PagesAsync(IamService.ListServiceSpecificCredentials, "Marker", () => Of(userName), cancellationToken);

    public Task DeleteServiceSpecificCredentialAsync(string userName, string credentialId, CancellationToken cancellationToken) =>
        RemoveAsync(IamService.DeleteServiceSpecificCredential, Of(userName).Add("ServiceSpecificCredentialId", credentialId), cancellationToken);

    private static QueryForm Of(string userName) => new QueryForm().Add("UserName", userName);

    private Task RemoveAsync(QueryOperation<Done> operation, QueryForm form, CancellationToken cancellationToken) =>
        IamGone.IsFineAsync(client.SendAsync(operation, form, cancellationToken));
}
