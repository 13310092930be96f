namespace SonraiControlTower.Sandbox;

/// <summary>What users sign in and sign requests with.</summary>
internal sealed class SandboxCredentials(LandingZone zone, ServiceDesk desk) : IIamCredentials
{
    public Task<bool> HasPasswordAsync(string userName, CancellationToken cancellationToken) =>
        desk.AskAsync(
            "GetLoginProfile",
            caller =>
            {
                zone.IamUsers.Demand(caller, "iam:GetLoginProfile", userName);
                return zone.Iam.Of(caller.Account).User(userName)?.HasPassword == true;
            },
            cancellationToken);

    public Task DeletePasswordAsync(string userName, CancellationToken cancellationToken) =>
        ChangeAsync("DeleteLoginProfile", userName, user => user.HasPassword = false, cancellationToken);

    public IAsyncEnumerable<AccessKey> ListAccessKeysAsync(string userName, CancellationToken cancellationToken) =>
        ListAsync("ListAccessKeys", userName, user => user.AccessKeys.ConvertAll(one => one.Key), cancellationToken);

    public Task<DateTimeOffset?> GetAccessKeyLastUsedAsync(string keyId, CancellationToken cancellationToken) =>
        desk.AskAsync(
            "GetAccessKeyLastUsed",
            caller =>
            {
                var owner = zone.Iam.Of(caller.Account).Users.FirstOrDefault(user => user.AccessKeys.Exists(one => one.Key.Id == keyId));
                zone.Authorizer.Demand(caller, "iam:GetAccessKeyLastUsed", owner?.Arn ?? "*");
                return (owner ?? throw NoKey(keyId)).AccessKeys.Find(one => one.Key.Id == keyId)!.LastUsedAt;
            },
            cancellationToken);

    public Task SetAccessKeyActiveAsync(string userName, string keyId, bool isActive, CancellationToken cancellationToken) =>
        desk.AskAsync(
            "UpdateAccessKey",
            caller =>
            {
                var keys = zone.IamUsers.Find(caller, "iam:UpdateAccessKey", userName).AccessKeys;
                var at = keys.FindIndex(one => one.Key.Id == keyId);
                if (at < 0)
                {
                    throw NoKey(keyId);
                }

                keys[at] = keys[at] with { Key = keys[at].Key with { IsActive = isActive } };
            },
            cancellationToken);

    public Task DeleteAccessKeyAsync(string userName, string keyId, CancellationToken cancellationToken) =>
        ChangeAsync("DeleteAccessKey", userName, user => user.AccessKeys.RemoveAll(one => one.Key.Id == keyId), cancellationToken);

    public IAsyncEnumerable<string> ListMfaDevicesAsync(string userName, CancellationToken cancellationToken) =>
        ListAsync<string>("ListMFADevices", userName, user => [.. user.MfaDevices], cancellationToken);

    public Task DeactivateMfaDeviceAsync(string userName, string serialNumber, CancellationToken cancellationToken) =>
        ChangeAsync("DeactivateMFADevice", userName, user => user.MfaDevices.Remove(serialNumber), cancellationToken);

    public IAsyncEnumerable<string> ListSigningCertificatesAsync(string userName, CancellationToken cancellationToken) =>
        ListAsync<string>("ListSigningCertificates", userName, user => [.. user.SigningCertificates], cancellationToken);

    public Task DeleteSigningCertificateAsync(string userName, string certificateId, CancellationToken cancellationToken) =>
        ChangeAsync("DeleteSigningCertificate", userName, user => user.SigningCertificates.Remove(certificateId), cancellationToken);

    public IAsyncEnumerable<string> ListSshPublicKeysAsync(string userName, CancellationToken cancellationToken) =>
        ListAsync<string>("ListSSHPublicKeys", userName, user => [.. user.SshPublicKeys], cancellationToken);

    public Task DeleteSshPublicKeyAsync(string userName, string keyId, CancellationToken cancellationToken) =>
        ChangeAsync("DeleteSSHPublicKey", userName, user => user.SshPublicKeys.Remove(keyId), cancellationToken);

    public IAsyncEnumerable<string> ListServiceSpecificCredentialsAsync(string userName, CancellationToken cancellationToken) =>
        ListAsync<string>("ListServiceSpecificCredentials", userName, user => [.. user.ServiceSpecificCredentials], cancellationToken);

    public Task DeleteServiceSpecificCredentialAsync(string userName, string credentialId, CancellationToken cancellationToken) =>
        ChangeAsync("DeleteServiceSpecificCredential", userName, user => user.ServiceSpecificCredentials.Remove(credentialId), cancellationToken);

    private static AwsFault NoKey(string keyId) => new("NoSuchEntity", $"The Access Key with id {keyId} cannot be found.");

    private IAsyncEnumerable<T> ListAsync<T>(string operation, string userName, Func<UserState, IReadOnlyList<T>> read, CancellationToken cancellationToken) =>
        desk.ListAsync(operation, caller => read(zone.IamUsers.Find(caller, $"iam:{operation}", userName)), cancellationToken);

    private Task ChangeAsync(string operation, string userName, Action<UserState> change, CancellationToken cancellationToken) =>
        desk.AskAsync(operation, caller => Absent.IsFine(() => change(zone.IamUsers.Find(caller, $"iam:{operation}", userName))), cancellationToken);
}
