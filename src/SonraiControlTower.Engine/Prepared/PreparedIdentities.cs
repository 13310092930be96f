namespace SonraiControlTower.Engine;

/// <summary>Identities: questions and imports wait for the intake.</summary>
internal sealed class PreparedIdentities(Func<IIdentities> inner, Intake intake) : IIdentities
{
    public IAsyncEnumerable<SonraiIdentityImport> ImportAsync(string path, Action<Problem> problem, CancellationToken cancellationToken) =>
        intake.ThenAsync(() => inner().ImportAsync(path, problem, cancellationToken), cancellationToken);

    public async Task<SonraiIdentityImport> ImportAsync(
        AccountId account, string source, IAsyncEnumerable<IamEntity> entities, Action<Problem> problem, CancellationToken cancellationToken)
    {
        await intake.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await inner().ImportAsync(account, source, entities, problem, cancellationToken).ConfigureAwait(false);
    }

    public async Task<SonraiIdentityImport> ImportAsync(
        OrganizationPolicies policies, string source, Action<Problem> problem, CancellationToken cancellationToken)
    {
        await intake.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await inner().ImportAsync(policies, source, problem, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) =>
        intake.ThenAsync(() => inner().ListAsync(cancellationToken), cancellationToken);

    public IAsyncEnumerable<string> ListMembersAsync(string groupArn, CancellationToken cancellationToken) =>
        intake.ThenAsync(() => inner().ListMembersAsync(groupArn, cancellationToken), cancellationToken);
}
