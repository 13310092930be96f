namespace SonraiControlTower.Sandbox.Tests.Iam;

public sealed class InstanceProfileTests
{
    private const string Runner = "build-runner";
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task A_role_is_taken_out_of_its_profile_and_put_back()
    {
        var roles = await EnterAsync();

        (await Should.ThrowAsync<SonraiException>(() => roles.AddToInstanceProfileAsync(Runner, Runner, default))).Problem.Id.ShouldBe("IamLimitExceeded");
        await roles.RemoveFromInstanceProfileAsync(Runner, Runner, default);
        await roles.RemoveFromInstanceProfileAsync(Runner, Runner, default);
        (await roles.ListInstanceProfilesAsync(Runner, default).CountAsync()).ShouldBe(0);
        await roles.AddToInstanceProfileAsync(Runner, Runner, default);

        (await roles.ListInstanceProfilesAsync(Runner, default).ToListAsync()).ShouldBe([Runner]);
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_carries_nothing()
    {
        var roles = await EnterAsync();

        await roles.RemoveFromInstanceProfileAsync("none", Runner, default);

        (await Should.ThrowAsync<SonraiException>(() => roles.AddToInstanceProfileAsync("none", Runner, default))).Problem.Id.ShouldBe("IamNotFound");
    }

    [Fact]
    public async Task A_role_in_a_profile_is_still_in_use()
    {
        var iam = _cloud.Iam(await _cloud.EnterAsync(SampleAccounts.Build));
        await iam.Roles.CreateAsync(
            new NewRole
            {
                Name = "spare",
                TrustPolicy = new("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""),
            },
            default);
        await iam.Roles.RemoveFromInstanceProfileAsync(Runner, Runner, default);
        await iam.Roles.AddToInstanceProfileAsync(Runner, "spare", default);

        var refusal = await Should.ThrowAsync<SonraiException>(() => iam.Roles.DeleteAsync("spare", default));

        refusal.Problem.Id.ShouldBe("IamStillInUse");
        refusal.Message.ShouldContain("must remove roles from instance profile first");
    }

    private async Task<IIamRoles> EnterAsync() => _cloud.Iam(await _cloud.EnterAsync(SampleAccounts.Build)).Roles;
}
