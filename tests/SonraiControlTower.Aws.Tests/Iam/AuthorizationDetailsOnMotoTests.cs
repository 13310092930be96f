using SonraiControlTower.Aws.Tests.CloudFormation;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

public sealed class AuthorizationDetailsOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    // IIam makes no users and groups, so CloudFormation does.
    private const string People = """
        Resources:
          Staff:
            Type: AWS::IAM::Group
            Properties: {GroupName: staff}
          Ann:
            Type: AWS::IAM::User
            Properties: {UserName: ann, Path: /people/}
        """;

    [MotoFact]
    public async Task Users_groups_roles_and_policies_come_with_their_documents()
    {
        var iam = await SeedAsync();

        var entities = await iam.GetAccountAuthorizationDetailsAsync([], default).ToListAsync();

        entities.OfType<IamUserDetail>().Single().ShouldSatisfyAllConditions(
            ann => ann.Arn.ShouldBe($"arn:aws:iam::{Account}:user/people/ann"),
            ann => ann.InlinePolicies.ShouldBe([new InlinePolicy("own", Documents.Write)]));
        entities.OfType<IamGroupDetail>().Single().AttachedPolicies.Single().Name.ShouldBe("read");
        entities.OfType<IamRoleDetail>().Single().ShouldSatisfyAllConditions(
            role => role.Role.TrustPolicy.ShouldBe(Documents.Trust),
            role => role.InlinePolicies.ShouldBe([new InlinePolicy("inline", Documents.Read)]));
        entities.OfType<IamPolicyDetail>().Single().ShouldSatisfyAllConditions(
            policy => policy.Policy.AttachmentCount.ShouldBe(1),
            policy => policy.DefaultDocument.ShouldBe(Documents.Read));
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
        var stacks = (await Aws.OpenCloudFormationAsync(Access, default)).Stacks;
        await stacks.CreateAsync(CollectorRoll.Stack("people") with { TemplateBody = People, Parameters = [] }, default);
        var policy = await iam.Policies.CreateAsync(new() { Name = "read", Document = Documents.Read }, default);
        await iam.Roles.CreateAsync(new() { Name = "reader", TrustPolicy = Documents.Trust }, default);
        await iam.IdentityPolicies.PutInlineAsync(IamIdentity.Role("reader"), new("inline", Documents.Read), default);
        await iam.IdentityPolicies.PutInlineAsync(IamIdentity.User("ann"), new("own", Documents.Write), default);
        await iam.IdentityPolicies.AttachAsync(IamIdentity.Group("staff"), policy.Arn, default);
        return iam;
    }
}
