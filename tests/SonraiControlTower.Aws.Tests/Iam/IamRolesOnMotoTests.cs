using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class IamRolesOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private static readonly NewRole _reader = new()
    {
        Name = "reader",
        Path = "/sonrai/",
        TrustPolicy = Documents.Trust,
        Description = "Reads",
        MaxSessionDuration = TimeSpan.FromHours(2),
        Tags = new Dictionary<string, string> { ["CreatedBy"] = "SonraiControlTower" },
    };

    private readonly MotoServer _moto = moto;

    [MotoFact]
    public async Task A_role_is_read_back_as_it_was_made()
    {
        var roles = await OpenAsync();
        await roles.CreateAsync(_reader, default);

        var role = (await roles.GetAsync("reader", default)).ShouldNotBeNull();

        role.Arn.ShouldBe($"arn:aws:iam::{Account}:role/sonrai/reader");
        role.Path.ShouldBe("/sonrai/");
        role.TrustPolicy.ShouldBe(Documents.Trust);
        role.Description.ShouldBe("Reads");
        role.MaxSessionDuration.ShouldBe(TimeSpan.FromHours(2));
        role.Tags["CreatedBy"].ShouldBe("SonraiControlTower");
        role.PermissionsBoundaryArn.ShouldBeNull();
    }

    [MotoFact]
    public async Task A_role_that_does_not_exist_is_none_and_deleting_it_is_done()
    {
        var roles = await OpenAsync();

        (await roles.GetAsync("nobody", default)).ShouldBeNull();
        await roles.DeleteAsync("nobody", default);
        (await Should.ThrowAsync<SonraiException>(() => roles.UpdateTrustPolicyAsync("nobody", Documents.Trust, default)))
            .Problem.Id.ShouldBe("IamNotFound");
    }

    [MotoFact]
    public async Task A_name_that_is_taken_is_said_to_be()
    {
        var roles = await OpenAsync();
        await roles.CreateAsync(_reader, default);

        (await Should.ThrowAsync<SonraiException>(() => roles.CreateAsync(_reader, default))).Problem.Id.ShouldBe("IamNameExists");
    }

    [MotoFact]
    public async Task Trust_description_duration_and_tags_are_changed_in_place()
    {
        var roles = await OpenAsync();
        await roles.CreateAsync(_reader, default);
        var trust = new PolicyDocument(Documents.Trust.Json.Replace("999988887777", "444455556666", StringComparison.Ordinal));

        await roles.UpdateTrustPolicyAsync("reader", trust, default);
        await roles.UpdateAsync("reader", "Reads more", TimeSpan.FromHours(4), default);
        await roles.TagAsync("reader", new Dictionary<string, string> { ["Ticket"] = "42" }, default);

        var role = (await roles.GetAsync("reader", default)).ShouldNotBeNull();
        role.TrustPolicy.ShouldBe(trust);
        role.Description.ShouldBe("Reads more");
        role.MaxSessionDuration.ShouldBe(TimeSpan.FromHours(4));
        role.Tags.ShouldBe(new Dictionary<string, string> { ["CreatedBy"] = "SonraiControlTower", ["Ticket"] = "42" }, ignoreOrder: true);
    }

    [MotoFact]
    public async Task A_boundary_is_set_and_taken_away()
    {
        var iam = await Aws.OpenIamAsync(Access, default);
        await iam.Roles.CreateAsync(_reader, default);
        var boundary = await iam.Policies.CreateAsync(new NewPolicy { Name = "boundary", Document = Documents.Read }, default);

        await iam.Roles.PutPermissionsBoundaryAsync("reader", boundary.Arn, default);
        (await iam.Roles.GetAsync("reader", default)).ShouldNotBeNull().PermissionsBoundaryArn.ShouldBe(boundary.Arn);

        await iam.Roles.DeletePermissionsBoundaryAsync("reader", default);
        (await iam.Roles.GetAsync("reader", default)).ShouldNotBeNull().PermissionsBoundaryArn.ShouldBeNull();
    }

    [MotoFact]
    public async Task A_role_with_a_policy_is_still_in_use()
    {
        var iam = await Aws.OpenIamAsync(Access, default);
        await iam.Roles.CreateAsync(_reader, default);
        await iam.IdentityPolicies.PutInlineAsync(IamIdentity.Role("reader"), new("read", Documents.Read), default);

        (await Should.ThrowAsync<SonraiException>(() => iam.Roles.DeleteAsync("reader", default))).Problem.Id.ShouldBe("IamStillInUse");

        await iam.IdentityPolicies.DeleteInlineAsync(IamIdentity.Role("reader"), "read", default);
        await iam.Roles.DeleteAsync("reader", default);
        (await iam.Roles.GetAsync("reader", default)).ShouldBeNull();
    }

    [MotoFact]
    public async Task A_role_is_taken_out_of_an_instance_profile_and_put_back()
    {
        var roles = await OpenAsync();
        await roles.CreateAsync(_reader, default);
        using var query = new MotoQuery(_moto.Endpoint, "iam", "2010-05-08");
        await query.CallAsync("CreateInstanceProfile", ("InstanceProfileName", "machines"));

        await roles.AddToInstanceProfileAsync("machines", "reader", default);
        (await roles.ListInstanceProfilesAsync("reader", default).ToListAsync()).ShouldBe(["machines"]);
        (await Should.ThrowAsync<SonraiException>(() => roles.AddToInstanceProfileAsync("none", "reader", default))).Problem.Id.ShouldBe("IamNotFound");

        await roles.RemoveFromInstanceProfileAsync("machines", "reader", default);
        await roles.RemoveFromInstanceProfileAsync("none", "reader", default);
        (await roles.ListInstanceProfilesAsync("reader", default).CountAsync()).ShouldBe(0);
    }

    private async Task<IIamRoles> OpenAsync() => (await Aws.OpenIamAsync(Access, default)).Roles;
}
