namespace SonraiControlTower;

/// <summary>Deletes a role that nobody uses.</summary>
internal sealed class DeleteRoleBot : IRemediationBot
{
    public async Task<RemediationDraft> PlanAsync(RemediationGround ground, CancellationToken cancellationToken)
    {
        var role = ground.Live.Role ?? throw new SonraiException(RemediationProblems.WrongKind(ground.Live.Arn, "a role"));
        UnusedIdentity.Demand(ground, role.LastUsedAt);
        var profiles = await ground.Site.Iam.Roles.ListInstanceProfilesAsync(role.Name, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return UnusedIdentity.Draft(
            ground,
            [
                .. profiles.Select(profile => new RemoveFromInstanceProfile(role.Name, profile)),
                .. UnusedIdentity.WithoutPolicies(ground.Live),
                new DeleteRole(
                    role.Arn, role.Path, role.TrustPolicy.Json, role.Description, (int?)role.MaxSessionDuration?.TotalSeconds, role.PermissionsBoundaryArn, role.Tags),
            ]);
    }
}
