namespace SonraiControlTower.Aws;

/// <summary>
/// What a caller must be allowed for each operation of a port, by IAM's names
/// (<see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
/// Authorization Reference</see>). Tests hold it against what goes over the wire; templates are held against it.
/// </summary>
internal static class RequiredActions
{
    /// <summary>By <c>port.method</c>, such as <c>IStackSets.CreateAsync</c>. What a template makes is not counted.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByOperation { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["IStacks.CreateAsync"] = ["cloudformation:CreateStack", "cloudformation:DescribeStacks", "iam:PassRole"],
        ["IStacks.UpdateAsync"] = ["cloudformation:UpdateStack", "cloudformation:DescribeStacks", "iam:PassRole"],
        ["IStacks.DeleteAsync"] = ["cloudformation:DeleteStack"],
        ["IStacks.DescribeAsync"] = ["cloudformation:DescribeStacks"],
        ["IStacks.ListEventsAsync"] = ["cloudformation:DescribeStackEvents"],
        ["IStacks.ListResourcesAsync"] = ["cloudformation:ListStackResources"],
        ["IStacks.GetTemplateAsync"] = ["cloudformation:GetTemplate"],

        // Besides the action, AWS asks for the administration role of a self-managed set to be passed, and lets a delegated administrator only act
        // who may list them.
        ["IStackSets.CreateAsync"] = ["cloudformation:CreateStackSet", "iam:PassRole", .. DelegatedAdmin],
        ["IStackSets.UpdateAsync"] =
            ["cloudformation:UpdateStackSet", "cloudformation:DescribeStackSetOperation", "iam:PassRole", .. DelegatedAdmin],
        ["IStackSets.DescribeAsync"] = ["cloudformation:DescribeStackSet", .. DelegatedAdmin],
        ["IStackSets.DeleteAsync"] = ["cloudformation:DeleteStackSet", .. DelegatedAdmin],

        ["IStackInstances.CreateAsync"] =
            ["cloudformation:CreateStackInstances", "cloudformation:DescribeStackSetOperation", .. DelegatedAdmin],
        ["IStackInstances.UpdateAsync"] =
            ["cloudformation:UpdateStackInstances", "cloudformation:DescribeStackSetOperation", .. DelegatedAdmin],
        ["IStackInstances.DeleteAsync"] =
            ["cloudformation:DeleteStackInstances", "cloudformation:DescribeStackSetOperation", .. DelegatedAdmin],
        ["IStackInstances.ListAsync"] = ["cloudformation:ListStackInstances", .. DelegatedAdmin],

        ["IStackSetOperations.ListAsync"] = ["cloudformation:ListStackSetOperations", .. DelegatedAdmin],
        ["IStackSetOperations.DescribeAsync"] = ["cloudformation:DescribeStackSetOperation", .. DelegatedAdmin],
        ["IStackSetOperations.ListResultsAsync"] = ["cloudformation:ListStackSetOperationResults", .. DelegatedAdmin],
        ["IStackSetOperations.StopAsync"] = ["cloudformation:StopStackSetOperation", .. DelegatedAdmin],

        ["IIam.GetAccountAuthorizationDetailsAsync"] = ["iam:GetAccountAuthorizationDetails"],

        ["IIamRoles.GetAsync"] = ["iam:GetRole"],
        ["IIamRoles.CreateAsync"] = ["iam:CreateRole", "iam:TagRole"],
        ["IIamRoles.UpdateTrustPolicyAsync"] = ["iam:UpdateAssumeRolePolicy"],
        ["IIamRoles.UpdateAsync"] = ["iam:UpdateRole"],
        ["IIamRoles.TagAsync"] = ["iam:TagRole"],
        ["IIamRoles.PutPermissionsBoundaryAsync"] = ["iam:PutRolePermissionsBoundary"],
        ["IIamRoles.DeletePermissionsBoundaryAsync"] = ["iam:DeleteRolePermissionsBoundary"],
        ["IIamRoles.DeleteAsync"] = ["iam:DeleteRole"],

        ["IIamPolicies.GetAsync"] = ["iam:GetPolicy"],
        ["IIamPolicies.CreateAsync"] = ["iam:CreatePolicy", "iam:TagPolicy"],
        ["IIamPolicies.DeleteAsync"] = ["iam:DeletePolicy"],
        ["IIamPolicies.GetVersionAsync"] = ["iam:GetPolicyVersion"],
        ["IIamPolicies.ListVersionsAsync"] = ["iam:ListPolicyVersions"],
        ["IIamPolicies.CreateVersionAsync"] = ["iam:CreatePolicyVersion"],
        ["IIamPolicies.SetDefaultVersionAsync"] = ["iam:SetDefaultPolicyVersion"],
        ["IIamPolicies.DeleteVersionAsync"] = ["iam:DeletePolicyVersion"],

        ["IIdentityPolicies.ListAttachedAsync"] = OfEachKind("iam:ListAttached{0}Policies"),
        ["IIdentityPolicies.AttachAsync"] = OfEachKind("iam:Attach{0}Policy"),
        ["IIdentityPolicies.DetachAsync"] = OfEachKind("iam:Detach{0}Policy"),
        ["IIdentityPolicies.ListInlineAsync"] = OfEachKind("iam:List{0}Policies"),
        ["IIdentityPolicies.GetInlineAsync"] = OfEachKind("iam:Get{0}Policy"),
        ["IIdentityPolicies.PutInlineAsync"] = OfEachKind("iam:Put{0}Policy"),
        ["IIdentityPolicies.DeleteInlineAsync"] = OfEachKind("iam:Delete{0}Policy"),

        ["ISts.AssumeRoleAsync"] = ["sts:AssumeRole"],
        ["ISts.GetCallerIdentityAsync"] = [],

        ["IOrganizations.DescribeOrganizationAsync"] = ["organizations:DescribeOrganization"],
        ["IOrganizations.ListRootsAsync"] = ["organizations:ListRoots"],
        ["IOrganizations.ListOrganizationalUnitsForParentAsync"] = ["organizations:ListOrganizationalUnitsForParent"],
        ["IOrganizations.ListAccountsAsync"] = ["organizations:ListAccounts"],
        ["IOrganizations.ListAccountsForParentAsync"] = ["organizations:ListAccountsForParent"],
    };

    private static string[] DelegatedAdmin => ["organizations:ListDelegatedAdministrators"];

    private static string[] OfEachKind(string action) =>
        [.. new[] { IamKind.Group, IamKind.Role, IamKind.User }.Select(kind => action.Replace("{0}", kind, StringComparison.Ordinal))];
}
