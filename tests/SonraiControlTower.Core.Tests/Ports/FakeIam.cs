using System.Runtime.CompilerServices;

namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>IAM of one account, to be read only.</summary>
internal sealed class FakeIam(FakeAws aws, AccountId account) : IIam, IIamRoles, IIdentityPolicies
{
    public IIamRoles Roles => this;

    public IIdentityPolicies IdentityPolicies => this;

    public IIamPolicies Policies => throw new NotSupportedException();

    public IIamUsers Users => throw new NotSupportedException();

    public IIamCredentials Credentials => throw new NotSupportedException();

    public async IAsyncEnumerable<IamEntity> GetAccountAuthorizationDetailsAsync(
        IReadOnlyCollection<string> kinds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        aws.Pass("GetAccountAuthorizationDetails");
        if (aws.ReadDenialOf(account) is { } words)
        {
            throw new SonraiException(AwsProblems.NotAllowed("GetAccountAuthorizationDetails", words));
        }

        await Task.CompletedTask;
        foreach (var (key, role) in aws.Roles.Where(entry => entry.Key.Account == account))
        {
            yield return new IamRoleDetail(Role(key.Name, role));
        }
    }

    public Task<IamRole?> GetAsync(string name, CancellationToken cancellationToken) => Task.FromResult(aws.Pass(
        "GetRole", () => aws.Roles.TryGetValue((account, name), out var role) ? Role(name, role) : null));

    public IAsyncEnumerable<AttachedPolicy> ListAttachedAsync(IamIdentity identity, CancellationToken cancellationToken) => aws.Pass(
        "ListAttachedRolePolicies",
        () => aws.Roles[(account, identity.Name)].Policies.Select(arn => new AttachedPolicy(arn.Split('/')[^1], arn)).ToAsyncEnumerable());

    private IamRole Role(string name, FakeRole role) => new()
    {
        Name = name,
        Arn = $"arn:aws:iam::{account}:role{role.Path}{name}",
        RoleId = "AROA",
        Path = role.Path,
        TrustPolicy = role.TrustPolicy,
        PermissionsBoundaryArn = role.Boundary,
        CreatedAt = role.KnownFrom,
    };

    Task<IamRole> IIamRoles.CreateAsync(NewRole role, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIamRoles.UpdateTrustPolicyAsync(string name, PolicyDocument trustPolicy, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIamRoles.UpdateAsync(string name, string? description, TimeSpan? maxSessionDuration, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIamRoles.TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIamRoles.PutPermissionsBoundaryAsync(string name, string policyArn, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIamRoles.DeletePermissionsBoundaryAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    IAsyncEnumerable<string> IIamRoles.ListInstanceProfilesAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIamRoles.AddToInstanceProfileAsync(string profileName, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIamRoles.RemoveFromInstanceProfileAsync(string profileName, string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIamRoles.DeleteAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIdentityPolicies.AttachAsync(IamIdentity identity, string policyArn, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIdentityPolicies.DetachAsync(IamIdentity identity, string policyArn, CancellationToken cancellationToken) => throw new NotSupportedException();

    IAsyncEnumerable<string> IIdentityPolicies.ListInlineAsync(IamIdentity identity, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<InlinePolicy?> IIdentityPolicies.GetInlineAsync(IamIdentity identity, string policyName, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIdentityPolicies.PutInlineAsync(IamIdentity identity, InlinePolicy policy, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IIdentityPolicies.DeleteInlineAsync(IamIdentity identity, string policyName, CancellationToken cancellationToken) => throw new NotSupportedException();
}
