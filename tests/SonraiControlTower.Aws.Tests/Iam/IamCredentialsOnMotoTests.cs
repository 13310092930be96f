using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class IamCredentialsOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private readonly MotoServer _moto = moto;

    [MotoFact]
    public async Task A_password_is_taken_away_once_and_again()
    {
        var credentials = await OpenAsync(("CreateLoginProfile", [("UserName", "ann"), ("Password", "correct horse battery 7")]));

        (await credentials.HasPasswordAsync("ann", default)).ShouldBeTrue();
        await credentials.DeletePasswordAsync("ann", default);
        await credentials.DeletePasswordAsync("ann", default);

        (await credentials.HasPasswordAsync("ann", default)).ShouldBeFalse();
        (await credentials.HasPasswordAsync("nobody", default)).ShouldBeFalse();
    }

    [MotoFact]
    public async Task An_access_key_is_switched_off_and_on_and_deleted()
    {
        var credentials = await OpenAsync(("CreateAccessKey", [("UserName", "ann")]));
        var key = await credentials.ListAccessKeysAsync("ann", default).SingleAsync();

        key.Id.ShouldStartWith("AKIA");
        key.IsActive.ShouldBeTrue();
        key.CreatedAt.ShouldNotBeNull();
        (await credentials.GetAccessKeyLastUsedAsync(key.Id, default)).ShouldBeNull();
        await credentials.SetAccessKeyActiveAsync("ann", key.Id, isActive: false, default);
        (await credentials.ListAccessKeysAsync("ann", default).SingleAsync()).IsActive.ShouldBeFalse();
        await credentials.SetAccessKeyActiveAsync("ann", key.Id, isActive: true, default);
        (await credentials.ListAccessKeysAsync("ann", default).SingleAsync()).ShouldBe(key);
        await credentials.DeleteAccessKeyAsync("ann", key.Id, default);
        await credentials.DeleteAccessKeyAsync("ann", key.Id, default);

        (await credentials.ListAccessKeysAsync("ann", default).CountAsync()).ShouldBe(0);
        (await Should.ThrowAsync<SonraiException>(() => credentials.SetAccessKeyActiveAsync("ann", key.Id, isActive: true, default)))
            .Problem.Id.ShouldBe("IamNotFound");
    }

    [MotoFact]
    public async Task A_device_is_parted_from_its_user()
    {
        const string Serial = $"arn:aws:iam::{Account}:mfa/ann";
        var credentials = await OpenAsync(
            ("CreateVirtualMFADevice", [("VirtualMFADeviceName", "ann")]),
            ("EnableMFADevice", [("UserName", "ann"), ("SerialNumber", Serial), ("AuthenticationCode1", "123456"), ("AuthenticationCode2", "654321")]));

        (await credentials.ListMfaDevicesAsync("ann", default).ToListAsync()).ShouldBe([Serial]);
        await credentials.DeactivateMfaDeviceAsync("ann", Serial, default);
        await credentials.DeactivateMfaDeviceAsync("ann", Serial, default);

        (await credentials.ListMfaDevicesAsync("ann", default).CountAsync()).ShouldBe(0);
    }

    [MotoFact]
    public async Task An_SSH_key_is_deleted()
    {
        var credentials = await OpenAsync(("UploadSSHPublicKey", [("UserName", "ann"), ("SSHPublicKeyBody", "ssh-rsa AAAAB3NzaC1yc2E= ann")]));
        var id = await credentials.ListSshPublicKeysAsync("ann", default).SingleAsync();

        await credentials.DeleteSshPublicKeyAsync("ann", id, default);

        (await credentials.ListSshPublicKeysAsync("ann", default).CountAsync()).ShouldBe(0);
    }

    private async Task<IIamCredentials> OpenAsync(params (string Action, (string Name, string Value)[] Fields)[] before)
    {
        var iam = await Aws.OpenIamAsync(Access, default);
        await iam.Users.CreateAsync(new NewUser { Name = "ann" }, default);
        using var query = new MotoQuery(_moto.Endpoint, "iam", "2010-05-08");
        foreach (var (action, fields) in before)
        {
            await query.CallAsync(action, fields);
        }

        return iam.Credentials;
    }
}
