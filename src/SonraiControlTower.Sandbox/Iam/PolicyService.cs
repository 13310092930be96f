using System.Collections.ObjectModel;

namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: IAM's managed policies and their versions.</summary>
internal sealed class PolicyService(LandingZone zone)
{
    public ManagedPolicy? Get(Caller caller, string arn)
    {
        zone.Authorizer.Demand(caller, "iam:GetPolicy", arn);
        return Describe(Of(caller), arn);
    }

    public PolicyState Create(Caller caller, NewPolicy policy)
    {
        var iam = Of(caller);
        var arn = iam.Arn("policy", policy.Path, policy.Name);
        zone.Authorizer.Demand(caller, "iam:CreatePolicy", arn);
        zone.Authorizer.DemandTagging(caller, "iam:TagPolicy", arn, policy.Tags);
        DemandDocument(policy.Document);
        IamRefusals.DemandTags("TagsPerPolicy", [], policy.Tags);
        if (iam.PolicyNamed(policy.Name) is not null)
        {
            throw IamRefusals.PolicyExists(policy.Name);
        }

        return iam.Policies.Count < IamRefusals.MostPolicies
            ? iam.AddPolicy(policy, zone.Agenda.Now)
            : throw IamRefusals.Quota("PoliciesPerAccount", IamRefusals.MostPolicies);
    }

    public void Delete(Caller caller, string arn)
    {
        var policy = Own(caller, "iam:DeletePolicy", arn);
        if (Uses(Of(caller), arn) is not (0, 0))
        {
            throw IamRefusals.InUse("Cannot delete a policy attached to entities.");
        }

        if (policy.Versions.Count > 1)
        {
            throw IamRefusals.InUse(
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.");
        }

        Of(caller).Remove(policy);
    }

    public PolicyVersion? GetVersion(Caller caller, string arn, string versionId)
    {
        zone.Authorizer.Demand(caller, "iam:GetPolicyVersion", arn);
        return Versions(Of(caller), arn)?.FirstOrDefault(version => version.VersionId == versionId);
    }

    public IReadOnlyList<PolicyVersion> ListVersions(Caller caller, string arn)
    {
        zone.Authorizer.Demand(caller, "iam:ListPolicyVersions", arn);
        return [.. (Versions(Of(caller), arn) ?? throw IamRefusals.NoPolicy(arn)).Select(version => version with { Document = null })];
    }

    public PolicyVersion CreateVersion(Caller caller, string arn, PolicyDocument document, bool setAsDefault)
    {
        var policy = Own(caller, "iam:CreatePolicyVersion", arn);
        DemandDocument(document);
        return policy.Versions.Count < IamRefusals.MostVersions
            ? policy.Add(document, setAsDefault, zone.Agenda.Now)
            : throw new AwsFault(
                "LimitExceeded",
                "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.");
    }

    public void SetDefaultVersion(Caller caller, string arn, string versionId) =>
        Version(Own(caller, "iam:SetDefaultPolicyVersion", arn), versionId, (policy, version) => policy.SetDefault(version.VersionId));

    public void DeleteVersion(Caller caller, string arn, string versionId) =>
        Version(Own(caller, "iam:DeletePolicyVersion", arn), versionId, (policy, version) =>
        {
            if (version.IsDefault)
            {
                throw IamRefusals.InUse("Cannot delete the default version of a policy.");
            }

            policy.Remove(version.VersionId);
        });

    public IReadOnlyList<ManagedPolicy> List(Caller caller, string path)
    {
        zone.Authorizer.Demand(caller, "iam:ListPolicies", "*");
        var iam = Of(caller);

        // It tells neither: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html
        return
        [
            .. iam.Policies.Select(policy => Describe(iam, policy.Arn)!).Where(policy => policy.Path.StartsWith(path, StringComparison.Ordinal))
                .Select(policy => policy with { Tags = ReadOnlyDictionary<string, string>.Empty, Description = null }),
        ];
    }

    public IReadOnlyList<PolicyHolder> ListHolders(Caller caller, string arn)
    {
        zone.Authorizer.Demand(caller, "iam:ListEntitiesForPolicy", arn);
        var iam = Of(caller);
        return iam.HasPolicy(arn)
            ?
            [
                .. iam.Identities.Where(one => one.Attached.Exists(policy => policy.Arn == arn)).Select(one => new PolicyHolder(one.Identity, IsBoundary: false)),
                .. iam.Identities.Where(one => one.BoundaryArn == arn).Select(one => new PolicyHolder(one.Identity, IsBoundary: true)),
            ]
            : throw IamRefusals.NoPolicy(arn);
    }

    public void Tag(Caller caller, string arn, IReadOnlyDictionary<string, string> tags)
    {
        var policy = Own(caller, "iam:TagPolicy", arn);
        IamRefusals.DemandTags("TagsPerPolicy", policy.Tags.Keys, tags);
        foreach (var (key, value) in tags)
        {
            policy.Tags[key] = value;
        }
    }

    /// <summary>A policy as IAM tells of it, one of AWS's own included; null if there is none.</summary>
    public static ManagedPolicy? Describe(AccountIam iam, string arn)
    {
        var (attachments, boundaries) = Uses(iam, arn);
        return iam.Policy(arn)?.ToManagedPolicy(attachments, boundaries) ?? AwsManagedPolicies.Describe(arn, attachments, boundaries);
    }

    /// <summary>The versions of a policy; null if there is none. Of AWS's own the sandbox has one.</summary>
    public static IReadOnlyList<PolicyVersion>? Versions(AccountIam iam, string arn) =>
        iam.Policy(arn)?.Versions
        ?? (AwsManagedPolicies.Find(arn) is { } document ? [new PolicyVersion("v1", IsDefault: true, CreatedAt: null, document)] : null);

    private static (int Attachments, int Boundaries) Uses(AccountIam iam, string arn) => (
        iam.Identities.Count(one => one.Attached.Exists(policy => policy.Arn == arn)),
        iam.Identities.Count(one => one.BoundaryArn == arn));

    private static void Version(PolicyState policy, string versionId, Action<PolicyState, PolicyVersion> change) =>
        change(policy, policy.Versions.FirstOrDefault(version => version.VersionId == versionId) ?? throw IamRefusals.NoVersion(policy.Arn, versionId));

    private static void DemandDocument(PolicyDocument document)
    {
        PolicyGrammar.DemandIdentityPolicy(document);
        if (PolicyGrammar.SizeOf(document) > IamRefusals.LongestPolicy)
        {
            throw IamRefusals.Quota("PolicySize", IamRefusals.LongestPolicy);
        }
    }

    private AccountIam Of(Caller caller) => zone.Iam.Of(caller.Account);

    private PolicyState Own(Caller caller, string action, string arn)
    {
        zone.Authorizer.Demand(caller, action, arn);
        return Of(caller).Policy(arn) ?? throw IamRefusals.NoPolicy(arn);
    }
}
