namespace SonraiControlTower;

/// <summary>An access key is made inactive; it can be made active again.</summary>
/// <param name="UserName">The user.</param>
/// <param name="KeyId">The key's id, <c>AKIA…</c>.</param>
public sealed record DeactivateAccessKey(string UserName, string KeyId) : IamChange
{
    public override string ToString() => $"Make the access key {KeyId} of user {UserName} inactive";

    internal override async Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        var key = await site.Iam.Credentials.ListAccessKeysAsync(UserName, cancellationToken)
            .FirstOrDefaultAsync(key => key.Id == KeyId, cancellationToken).ConfigureAwait(false);
        return key is null ? Standing.Else($"there is no access key {KeyId} of user {UserName} any more") : Standing.Of(!key.IsActive);
    }

    internal override Task DoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Credentials.SetAccessKeyActiveAsync(UserName, KeyId, isActive: false, cancellationToken);

    internal override Task UndoAsync(RemediationSite site, CancellationToken cancellationToken) =>
        site.Iam.Credentials.SetAccessKeyActiveAsync(UserName, KeyId, isActive: true, cancellationToken);
}
