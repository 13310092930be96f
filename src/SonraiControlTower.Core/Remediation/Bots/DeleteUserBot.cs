namespace SonraiControlTower;

/// <summary>Deletes a user that nobody uses.</summary>
internal sealed class DeleteUserBot : IRemediationBot
{
    public async Task<RemediationDraft> PlanAsync(RemediationGround ground, CancellationToken cancellationToken)
    {
        var user = ground.Live.User ?? throw new SonraiException(RemediationProblems.WrongKind(ground.Live.Arn, "a user"));
        UnusedIdentity.Demand(ground, user.PasswordLastUsedAt);
        var groups = await ground.Site.Iam.Users.ListGroupsAsync(user.Name, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return UnusedIdentity.Draft(
            ground,
            [
                .. groups.Select(group => new RemoveFromGroup(user.Name, group)),
                .. UnusedIdentity.WithoutPolicies(ground.Live),
                .. await UserCredentials.DeletedAsync(ground, user.Name, CredentialKind.All, cancellationToken).ConfigureAwait(false),
                new DeleteUser(user.Arn, user.Path, user.PermissionsBoundaryArn, user.Tags),
            ]);
    }
}
