namespace SonraiControlTower.Sandbox;

/// <summary>IAM of the account that the keys belong to, with AWS's quotas, words and eventual consistency.</summary>
internal sealed class SandboxIam(LandingZone zone, ServiceDesk desk) : IIam
{
    private const string Details = "GetAccountAuthorizationDetails";

    public IIamRoles Roles { get; } = new SandboxRoles(zone.Roles, zone.InstanceProfiles, desk);

    public IIamUsers Users { get; } = new SandboxUsers(zone.IamUsers, desk);

    public IIamCredentials Credentials { get; } = new SandboxCredentials(zone, desk);

    public IIamPolicies Policies { get; } = new SandboxPolicies(zone.ManagedPolicies, desk);

    public IIdentityPolicies IdentityPolicies { get; } = new SandboxIdentityPolicies(zone.Attachments, desk);

    public IAsyncEnumerable<IamEntity> GetAccountAuthorizationDetailsAsync(
        IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return desk.ListAsync<IamEntity>(
            Details,
            caller =>
            {
                zone.Authorizer.Demand(caller, $"iam:{Details}", "*");
                return [.. AuthorizationDetails.Of(zone.Iam.Of(caller.Account), kinds)];
            },
            cancellationToken);
    }
}
