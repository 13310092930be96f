using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class IamUsersOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private static readonly NewUser _ann = new() { Name = "ann", Path = "/people/", Tags = new Dictionary<string, string> { ["team"] = "a b" } };
    private readonly MotoServer _moto = moto;

    [MotoFact]
    public async Task A_user_is_read_back_as_it_was_made()
    {
        var users = await OpenAsync();
        var made = await users.CreateAsync(_ann, default);

        var ann = (await users.GetAsync("ann", default)).ShouldNotBeNull();

        ann.Arn.ShouldBe($"arn:aws:iam::{Account}:user/people/ann");
        ann.UserId.ShouldBe(made.UserId);
        ann.Path.ShouldBe("/people/");
        ann.Tags.ShouldBe(_ann.Tags);
        ann.PermissionsBoundaryArn.ShouldBeNull();
        ann.PasswordLastUsedAt.ShouldBeNull();
        (await Should.ThrowAsync<SonraiException>(() => users.CreateAsync(_ann, default))).Problem.Id.ShouldBe("IamNameExists");
    }

    [MotoFact]
    public async Task A_user_that_does_not_exist_is_none_and_deleting_it_is_done()
    {
        var users = await OpenAsync();

        (await users.GetAsync("nobody", default)).ShouldBeNull();
        await users.DeleteAsync("nobody", default);
        await users.RemoveFromGroupAsync("nobody", "staff", default);
        (await Should.ThrowAsync<SonraiException>(async () => await users.ListGroupsAsync("nobody", default).ToListAsync())).Problem.Id.ShouldBe("IamNotFound");
    }

    [MotoFact]
    public async Task A_user_is_put_into_a_group_and_taken_out_of_it()
    {
        var users = await OpenAsync();
        using var query = new MotoQuery(_moto.Endpoint, "iam", "2010-05-08");
        await query.CallAsync("CreateGroup", ("GroupName", "staff"));
        await users.CreateAsync(_ann, default);

        await users.AddToGroupAsync("ann", "staff", default);
        (await users.ListGroupsAsync("ann", default).ToListAsync()).ShouldBe(["staff"]);
        (await Should.ThrowAsync<SonraiException>(() => users.AddToGroupAsync("ann", "none", default))).Problem.Id.ShouldBe("IamNotFound");

        await users.RemoveFromGroupAsync("ann", "staff", default);
        (await users.ListGroupsAsync("ann", default).CountAsync()).ShouldBe(0);
    }

    [MotoFact]
    public async Task A_user_with_a_policy_is_still_in_use()
    {
        var iam = await Aws.OpenIamAsync(Access, default);
        await iam.Users.CreateAsync(_ann, default);
        await iam.IdentityPolicies.PutInlineAsync(IamIdentity.User("ann"), new("read", Documents.Read), default);

        (await Should.ThrowAsync<SonraiException>(() => iam.Users.DeleteAsync("ann", default))).Problem.Id.ShouldBe("IamStillInUse");

        await iam.IdentityPolicies.DeleteInlineAsync(IamIdentity.User("ann"), "read", default);
        await iam.Users.DeleteAsync("ann", default);
        (await iam.Users.GetAsync("ann", default)).ShouldBeNull();
    }

    private async Task<IIamUsers> OpenAsync() => (await Aws.OpenIamAsync(Access, default)).Users;
}
