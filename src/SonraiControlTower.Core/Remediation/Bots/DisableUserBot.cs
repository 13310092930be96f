namespace SonraiControlTower;

/// <summary>Takes from a user what it signs in with: the password goes, access keys become inactive. Its policies stay.</summary>
internal sealed class DisableUserBot : IRemediationBot
{
    public async Task<RemediationDraft> PlanAsync(RemediationGround ground, CancellationToken cancellationToken)
    {
        var user = ground.Live.User ?? throw new SonraiException(RemediationProblems.WrongKind(ground.Live.Arn, "a user"));
        UnusedIdentity.Demand(ground, user.PasswordLastUsedAt);
        var keys = await ground.Site.Iam.Credentials.ListAccessKeysAsync(user.Name, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return UnusedIdentity.Draft(
            ground,
            [
                .. keys.Where(key => key.IsActive).Select(key => new DeactivateAccessKey(user.Name, key.Id)),
                .. await UserCredentials.DeletedAsync(ground, user.Name, [CredentialKind.Password], cancellationToken).ConfigureAwait(false),
            ]);
    }
}
