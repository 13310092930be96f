namespace SonraiControlTower.Sandbox.Tests.Iam;

public sealed class SandboxUsersTests
{
    private static readonly PolicyDocument _allow =
        new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}""");

    private static readonly IamIdentity _ann = IamIdentity.User("ann");
    private readonly Cloud _cloud = new();
    private readonly IIam _iam;

    public SandboxUsersTests() => _iam = _cloud.Iam();

    [Fact]
    public async Task A_user_is_as_it_was_made()
    {
        var boundary = await _iam.Policies.CreateAsync(new NewPolicy { Name = "bound", Document = _allow }, default);

        var made = await _iam.Users.CreateAsync(
            new NewUser { Name = "ann", Path = "/people/", PermissionsBoundaryArn = boundary.Arn, Tags = new Dictionary<string, string> { ["a"] = "b" } }, default);

        made.Arn.ShouldBe($"arn:aws:iam::{Zones.Management}:user/people/ann");
        var ann = (await _iam.Users.GetAsync("ann", default)).ShouldNotBeNull();
        ann.PermissionsBoundaryArn.ShouldBe(boundary.Arn);
        ann.Tags.ShouldBe(new Dictionary<string, string> { ["a"] = "b" });
        (await _iam.Users.GetAsync("nobody", default)).ShouldBeNull();
        (await RefusalAsync(() => _iam.Users.CreateAsync(new NewUser { Name = "ANN" }, default))).Id.ShouldBe("IamNameExists");
        (await RefusalAsync(() => _iam.Users.CreateAsync(new NewUser { Name = "bo", PermissionsBoundaryArn = boundary.Arn + "2" }, default))).Id.ShouldBe("IamNotFound");
    }

    [Fact]
    public async Task A_user_made_again_is_another()
    {
        var first = await MakeAsync();
        await _iam.Users.DeleteAsync("ann", default);
        _cloud.Clock.Advance(TimeSpan.FromSeconds(1));

        (await MakeAsync()).UserId.ShouldNotBe(first.UserId);
    }

    [Fact]
    public async Task What_a_user_has_must_go_before_it_does_and_the_refusal_names_it()
    {
        var boundary = await _iam.Policies.CreateAsync(new NewPolicy { Name = "bound", Document = _allow }, default);
        await MakeAsync();
        await _iam.Users.PutPermissionsBoundaryAsync("ann", boundary.Arn, default);
        await _iam.IdentityPolicies.AttachAsync(_ann, boundary.Arn, default);
        await _iam.IdentityPolicies.PutInlineAsync(_ann, new InlinePolicy("own", _allow), default);

        await StillInUseAsync("detach all policies");
        await _iam.IdentityPolicies.DetachAsync(_ann, boundary.Arn, default);
        await StillInUseAsync("delete policies");
        await _iam.IdentityPolicies.DeleteInlineAsync(_ann, "own", default);
        await _iam.Users.DeleteAsync("ann", default);

        (await _iam.Users.GetAsync("ann", default)).ShouldBeNull();
        (await _iam.Policies.GetAsync(boundary.Arn, default))!.BoundaryUsageCount.ShouldBe(0);
        await _iam.Users.DeleteAsync("ann", default);
    }

    [Fact]
    public async Task A_person_of_the_estate_has_a_password_a_key_and_a_device_and_goes_without_them()
    {
        var (users, credentials) = await EnterAsync(SampleAccounts.HarbourlineBookings);
        const string Name = "hl.former";
        var key = await credentials.ListAccessKeysAsync(Name, default).SingleAsync();
        var device = await credentials.ListMfaDevicesAsync(Name, default).SingleAsync();

        (await RefusalAsync(() => users.DeleteAsync(Name, default))).Message.ShouldContain("must remove users from group first");
        foreach (var group in await users.ListGroupsAsync(Name, default).ToListAsync())
        {
            await users.RemoveFromGroupAsync(Name, group, default);
        }

        (await RefusalAsync(() => users.DeleteAsync(Name, default))).Message.ShouldContain("must delete login profile first");
        (await credentials.HasPasswordAsync(Name, default)).ShouldBeTrue();
        await credentials.DeletePasswordAsync(Name, default);
        (await credentials.HasPasswordAsync(Name, default)).ShouldBeFalse();
        (await RefusalAsync(() => users.DeleteAsync(Name, default))).Message.ShouldContain("must delete access keys first");
        await credentials.DeleteAccessKeyAsync(Name, key.Id, default);
        await credentials.DeleteAccessKeyAsync(Name, key.Id, default);
        (await RefusalAsync(() => users.DeleteAsync(Name, default))).Message.ShouldContain("must delete MFA device first");
        await credentials.DeactivateMfaDeviceAsync(Name, device, default);
        await users.DeleteAsync(Name, default);

        (await users.GetAsync(Name, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_is_switched_off_and_one_that_does_not_exist_is_not_taken_for_unused()
    {
        var (_, credentials) = await EnterAsync(SampleAccounts.Build);
        var key = await credentials.ListAccessKeysAsync("ci-deployer", default).SingleAsync();

        await credentials.SetAccessKeyActiveAsync("ci-deployer", key.Id, isActive: false, default);

        (await credentials.ListAccessKeysAsync("ci-deployer", default).SingleAsync()).ShouldBe(key with { IsActive = false });
        (await credentials.GetAccessKeyLastUsedAsync(key.Id, default)).ShouldNotBeNull();
        (await RefusalAsync(() => credentials.GetAccessKeyLastUsedAsync("AKIANOBODY0000000000", default))).Id.ShouldBe("IamNotFound");
        (await RefusalAsync(() => credentials.SetAccessKeyActiveAsync("ci-deployer", "AKIANOBODY0000000000", isActive: true, default))).Id.ShouldBe("IamNotFound");
    }

    [Fact]
    public async Task A_password_was_used_when_the_records_show_a_sign_in()
    {
        var (users, _) = await EnterAsync(SampleAccounts.HarbourlineBookings);

        (await users.GetAsync("hl.kowalski", default))!.PasswordLastUsedAt.ShouldNotBeNull();
        (await users.GetAsync("hl.former", default))!.PasswordLastUsedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Groups_are_joined_once_and_left()
    {
        var (users, _) = await EnterAsync(SampleAccounts.Identity);

        await users.AddToGroupAsync("tomas.brandt", "Identity-Admins", default);
        await users.AddToGroupAsync("tomas.brandt", "identity-admins", default);
        (await users.ListGroupsAsync("tomas.brandt", default).ToListAsync()).ShouldBe(["identity-admins", "readers"]);
        await users.RemoveFromGroupAsync("tomas.brandt", "identity-admins", default);
        await users.RemoveFromGroupAsync("tomas.brandt", "identity-admins", default);

        (await users.ListGroupsAsync("tomas.brandt", default).ToListAsync()).ShouldBe(["readers"]);
        (await RefusalAsync(() => users.AddToGroupAsync("tomas.brandt", "none", default))).Id.ShouldBe("IamNotFound");
        (await RefusalAsync(() => users.AddToGroupAsync("nobody", "readers", default))).Id.ShouldBe("IamNotFound");
    }

    private Task<IamUser> MakeAsync() => _iam.Users.CreateAsync(new NewUser { Name = "ann" }, default);

    private async Task<(IIamUsers Users, IIamCredentials Credentials)> EnterAsync(AccountId account)
    {
        var iam = _cloud.Iam(await _cloud.EnterAsync(account));
        return (iam.Users, iam.Credentials);
    }

    private async Task StillInUseAsync(string words)
    {
        var problem = await RefusalAsync(() => _iam.Users.DeleteAsync("ann", default));
        problem.Id.ShouldBe("IamStillInUse");
        problem.Message.ShouldContain($"must {words} first");
    }

    private static async Task<Problem> RefusalAsync(Func<Task> call) => (await Should.ThrowAsync<SonraiException>(call)).Problem;
}
