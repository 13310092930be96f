using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam.Wire;

/// <summary>Reads the pages of GetAccountAuthorizationDetails; the one place that does. A page has something of every kind, or of some.</summary>
internal static class EntityXml
{
    public static QueryPage<IamEntity> Page(QueryElement result) => new(
        [
            .. result.List("UserDetailList", User),
            .. result.List("GroupDetailList", Group),
            .. result.List("RoleDetailList", Role),
            .. result.List("Policies", Policy),
        ],
        QueryPage.MarkerOf(result));

    private static IamUserDetail User(QueryElement xml) => new(
        xml.Text("UserName"), xml.Text("Arn"), xml.Text("UserId"), xml.Text("Path"), xml.Time("CreateDate"))
    {
        Groups = xml.Texts("GroupList"),
        InlinePolicies = xml.List("UserPolicyList", PolicyXml.Inline),
        AttachedPolicies = xml.List("AttachedManagedPolicies", PolicyXml.Attached),
        PermissionsBoundaryArn = PolicyXml.Boundary(xml),
        Tags = PolicyXml.Tags(xml),
    };

    private static IamGroupDetail Group(QueryElement xml) => new(
        xml.Text("GroupName"), xml.Text("Arn"), xml.Text("GroupId"), xml.Text("Path"), xml.Time("CreateDate"))
    {
        InlinePolicies = xml.List("GroupPolicyList", PolicyXml.Inline),
        AttachedPolicies = xml.List("AttachedManagedPolicies", PolicyXml.Attached),
    };

    private static IamRoleDetail Role(QueryElement xml) => new(RoleXml.Role(xml))
    {
        InlinePolicies = xml.List("RolePolicyList", PolicyXml.Inline),
        AttachedPolicies = xml.List("AttachedManagedPolicies", PolicyXml.Attached),
        InstanceProfileArns = xml.List("InstanceProfileList", profile => profile.Text("Arn")),
    };

    private static IamPolicyDetail Policy(QueryElement xml) => new(PolicyXml.Policy(xml))
    {
        Versions = xml.List("PolicyVersionList", PolicyXml.Version),
    };
}
