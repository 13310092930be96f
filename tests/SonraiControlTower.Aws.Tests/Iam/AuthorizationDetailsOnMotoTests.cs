using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class AuthorizationDetailsOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private readonly MotoServer _moto = moto;

    [MotoFact]
    public async Task Users_groups_and_roles_come_with_their_documents()
    {
        var iam = await SeedAsync();

        // moto leaves the names of managed policies out; AuthorizationDetailsTests has those.
        var entities = await iam.GetAccountAuthorizationDetailsAsync([IamKind.User, IamKind.Group, IamKind.Role], default).ToListAsync();

        entities.OfType<IamUserDetail>().Single().ShouldSatisfyAllConditions(
            ann => ann.Arn.ShouldBe($"arn:aws:iam::{Account}:user/people/ann"),
            ann => ann.Groups.ShouldBe(["staff"]),
            ann => ann.InlinePolicies.ShouldBe([new InlinePolicy("own", Documents.Write)]));
        entities.OfType<IamGroupDetail>().Single().AttachedPolicies.Single().Name.ShouldBe("read");
        entities.OfType<IamRoleDetail>().Single().ShouldSatisfyAllConditions(
            role => role.Role.TrustPolicy.ShouldBe(Documents.Trust),
            role => role.InlinePolicies.ShouldBe([new InlinePolicy("inline", Documents.Read)]));
    }

    [MotoFact]
    public async Task Only_the_kinds_that_are_asked_for_come()
    {
        var iam = await SeedAsync();

        (await iam.GetAccountAuthorizationDetailsAsync([IamKind.Role, IamKind.Group], default).ToListAsync())
            .Select(entity => entity.GetType()).ShouldBe([typeof(IamGroupDetail), typeof(IamRoleDetail)]);
    }

    private async Task<IIam> SeedAsync()
    {
        var iam = await Aws.OpenIamAsync(Access, default);
        // IIam makes no users and groups, so they are made by hand.
        using var people = new MotoQuery(_moto.Endpoint, "iam", "2010-05-08");
        await people.CallAsync("CreateGroup", ("GroupName", "staff"));
        await people.CallAsync("CreateUser", ("UserName", "ann"), ("Path", "/people/"));
        await people.CallAsync("AddUserToGroup", ("UserName", "ann"), ("GroupName", "staff"));
        var policy = await iam.Policies.CreateAsync(new() { Name = "read", Document = Documents.Read }, default);
        await iam.Roles.CreateAsync(new() { Name = "reader", TrustPolicy = Documents.Trust }, default);
        await iam.IdentityPolicies.PutInlineAsync(IamIdentity.Role("reader"), new("inline", Documents.Read), default);
        await iam.IdentityPolicies.PutInlineAsync(IamIdentity.User("ann"), new("own", Documents.Write), default);
        await iam.IdentityPolicies.AttachAsync(IamIdentity.Group("staff"), policy.Arn, default);
        return iam;
    }
}
