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
        // A template in S3 is fetched with the caller's rights.
        ["IStacks.CreateAsync"] = ["cloudformation:CreateStack", "cloudformation:DescribeStacks", "iam:PassRole", "s3:GetObject"],
        ["IStacks.UpdateAsync"] = ["cloudformation:UpdateStack", "cloudformation:DescribeStacks", "iam:PassRole", "s3:GetObject"],
        ["IStacks.DeleteAsync"] = ["cloudformation:DeleteStack"],
        ["IStacks.DescribeAsync"] = ["cloudformation:DescribeStacks"],
        ["IStacks.ListEventsAsync"] = ["cloudformation:DescribeStackEvents"],
        ["IStacks.ListResourcesAsync"] = ["cloudformation:ListStackResources"],
        ["IStacks.GetTemplateAsync"] = ["cloudformation:GetTemplate"],

        ["IChangeSets.CreateAsync"] = ["cloudformation:CreateChangeSet", "iam:PassRole", "s3:GetObject"],
        ["IChangeSets.DescribeAsync"] = ["cloudformation:DescribeChangeSet"],
        ["IChangeSets.ExecuteAsync"] = ["cloudformation:ExecuteChangeSet"],
        ["IChangeSets.DeleteAsync"] = ["cloudformation:DeleteChangeSet"],

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
        ["IIamRoles.ListInstanceProfilesAsync"] = ["iam:ListInstanceProfilesForRole"],
        ["IIamRoles.AddToInstanceProfileAsync"] = ["iam:AddRoleToInstanceProfile", "iam:PassRole"],
        ["IIamRoles.RemoveFromInstanceProfileAsync"] = ["iam:RemoveRoleFromInstanceProfile"],

        ["IIamUsers.GetAsync"] = ["iam:GetUser"],
        ["IIamUsers.CreateAsync"] = ["iam:CreateUser", "iam:TagUser"],
        ["IIamUsers.DeleteAsync"] = ["iam:DeleteUser"],
        ["IIamUsers.PutPermissionsBoundaryAsync"] = ["iam:PutUserPermissionsBoundary"],
        ["IIamUsers.ListGroupsAsync"] = ["iam:ListGroupsForUser"],
        ["IIamUsers.AddToGroupAsync"] = ["iam:AddUserToGroup"],
        ["IIamUsers.RemoveFromGroupAsync"] = ["iam:RemoveUserFromGroup"],

        ["IIamCredentials.HasPasswordAsync"] = ["iam:GetLoginProfile"],
        ["IIamCredentials.DeletePasswordAsync"] = ["iam:DeleteLoginProfile"],
        ["IIamCredentials.ListAccessKeysAsync"] = ["iam:ListAccessKeys"],
        ["IIamCredentials.GetAccessKeyLastUsedAsync"] = ["iam:GetAccessKeyLastUsed"],
        ["IIamCredentials.SetAccessKeyActiveAsync"] = ["iam:UpdateAccessKey"],
        ["IIamCredentials.DeleteAccessKeyAsync"] = ["iam:DeleteAccessKey"],
        ["IIamCredentials.ListMfaDevicesAsync"] = ["iam:ListMFADevices"],
        ["IIamCredentials.DeactivateMfaDeviceAsync"] = ["iam:DeactivateMFADevice"],
        ["IIamCredentials.ListSigningCertificatesAsync"] = ["iam:ListSigningCertificates"],
        ["IIamCredentials.DeleteSigningCertificateAsync"] = ["iam:DeleteSigningCertificate"],
        ["IIamCredentials.ListSshPublicKeysAsync"] = ["iam:ListSSHPublicKeys"],
        ["IIamCredentials.DeleteSshPublicKeyAsync"] = ["iam:DeleteSSHPublicKey"],
        ["IIamCredentials.ListServiceSpecificCredentialsAsync"] = ["iam:ListServiceSpecificCredentials"],
        ["IIamCredentials.DeleteServiceSpecificCredentialAsync"] = ["iam:DeleteServiceSpecificCredential"],

        ["IIamPolicies.GetAsync"] = ["iam:GetPolicy"],
        ["IIamPolicies.CreateAsync"] = ["iam:CreatePolicy", "iam:TagPolicy"],
        ["IIamPolicies.DeleteAsync"] = ["iam:DeletePolicy"],
        ["IIamPolicies.GetVersionAsync"] = ["iam:GetPolicyVersion"],
        ["IIamPolicies.ListVersionsAsync"] = ["iam:ListPolicyVersions"],
        ["IIamPolicies.CreateVersionAsync"] = ["iam:CreatePolicyVersion"],
        ["IIamPolicies.SetDefaultVersionAsync"] = ["iam:SetDefaultPolicyVersion"],
        ["IIamPolicies.DeleteVersionAsync"] = ["iam:DeletePolicyVersion"],
        ["IIamPolicies.ListAsync"] = ["iam:ListPolicies"],
        ["IIamPolicies.ListHoldersAsync"] = ["iam:ListEntitiesForPolicy", "iam:GetPolicy"],
        ["IIamPolicies.TagAsync"] = ["iam:TagPolicy"],

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
        ["IOrganizations.ListPoliciesAsync"] = ["organizations:ListPolicies"],
        ["IOrganizations.DescribePolicyAsync"] = ["organizations:DescribePolicy"],
        ["IOrganizations.ListTargetsForPolicyAsync"] = ["organizations:ListTargetsForPolicy"],

        // The rights in KMS are for a secret with a key of its own; those of Lambda for the function that rotates it.
        ["ISecretsManager.DescribeAsync"] = ["secretsmanager:DescribeSecret"],
        ["ISecretsManager.GetValueAsync"] = ["secretsmanager:GetSecretValue", "kms:Decrypt"],
        ["ISecretsManager.CreateAsync"] = ["secretsmanager:CreateSecret"],
        ["ISecretsManager.PutValueAsync"] = ["secretsmanager:PutSecretValue", "kms:GenerateDataKey", "kms:Decrypt"],
        ["ISecretsManager.MoveStageAsync"] = ["secretsmanager:UpdateSecretVersionStage"],
        ["ISecretsManager.RotateAsync"] = ["secretsmanager:RotateSecret", "lambda:InvokeFunction"],

        ["IKms.DescribeKeyAsync"] = ["kms:DescribeKey"],
        ["IKms.GetKeyPolicyAsync"] = ["kms:GetKeyPolicy"],
        ["IKms.PutKeyPolicyAsync"] = ["kms:PutKeyPolicy"],

        ["IEventBridge.DescribeRuleAsync"] = ["events:DescribeRule"],
        ["IEventBridge.ListTargetsByRuleAsync"] = ["events:ListTargetsByRule"],

        ["ILambda.GetFunctionAsync"] = ["lambda:GetFunctionConfiguration"],
        ["ILambda.ListEventSourceMappingsAsync"] = ["lambda:ListEventSourceMappings"],
        ["ILambda.InvokeAsync"] = ["lambda:InvokeFunction"],

        ["ISqs.GetQueueAsync"] = ["sqs:GetQueueAttributes"],

        // Who may not list a bucket is told of an object that is not there that it is forbidden.
        ["IS3.HeadBucketAsync"] = ["s3:ListBucket"],
        ["IS3.CreateBucketAsync"] = ["s3:CreateBucket", "s3:PutBucketPublicAccessBlock", "s3:GetBucketPolicy", "s3:PutBucketPolicy"],
        ["IS3.DeleteBucketAsync"] = ["s3:DeleteBucket"],
        ["IS3.GetBucketPolicyAsync"] = ["s3:GetBucketPolicy"],
        ["IS3.PutBucketPolicyAsync"] = ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"],
        ["IS3.ListObjectsAsync"] = ["s3:ListBucket"],
        ["IS3.ListObjectsAfterAsync"] = ["s3:ListBucket"],
        ["IS3.ListFoldersAsync"] = ["s3:ListBucket"],
        ["IS3.HeadObjectAsync"] = ["s3:GetObject", "s3:ListBucket"],
        ["IS3.OpenObjectAsync"] = ["s3:GetObject", "s3:ListBucket"],
        ["IS3.PutObjectAsync"] = ["s3:PutObject"],
        ["IS3.DeleteObjectAsync"] = ["s3:DeleteObject"],

        ["ICloudTrail.DescribeTrailsAsync"] = ["cloudtrail:DescribeTrails"],
        ["ICloudTrail.GetTrailStatusAsync"] = ["cloudtrail:GetTrailStatus"],
    };

    private static string[] DelegatedAdmin => ["organizations:ListDelegatedAdministrators"];

    private static string[] OfEachKind(string action) =>
        [.. new[] { IamKind.Group, IamKind.Role, IamKind.User }.Select(kind => action.Replace("{0}", kind, StringComparison.Ordinal))];
}
