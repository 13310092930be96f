namespace SonraiControlTower.Engine;

/// <summary>An analysis whose questions wait for the intake. What is imported waits as well, so that it is not overwritten by older news.</summary>
internal sealed class PreparedAnalysis(IAnalysis inner, Intake intake) : IAnalysis
{
    public IActivity Activity { get; } = new PreparedActivity(inner.Activity, intake);

    public IIdentities Identities { get; } = new PreparedIdentities(inner.Identities, intake);

    public IPermissions Permissions { get; } = new PreparedPermissions(inner.Permissions, intake);

    public IRecommendations Recommendations { get; } = new PreparedRecommendations(inner.Recommendations, intake);

    public IActionCatalog Catalog => inner.Catalog;

    private sealed class PreparedActivity(IActivity inner, Intake intake) : IActivity
    {
        public IAsyncEnumerable<LogFile> FilesAsync(string path, CancellationToken cancellationToken) => inner.FilesAsync(path, cancellationToken);

        public async Task<SonraiActivityImport> ImportAsync(IAsyncEnumerable<LogFile> files, Action<ActivityNews> news, CancellationToken cancellationToken)
        {
            await intake.EnsureAsync(cancellationToken).ConfigureAwait(false);
            return await inner.ImportAsync(files, news, cancellationToken).ConfigureAwait(false);
        }

        public IAsyncEnumerable<SonraiActivity> ListAsync(ActivityQuery query, CancellationToken cancellationToken) =>
            intake.ThenAsync(() => inner.ListAsync(query, cancellationToken), cancellationToken);
    }

    private sealed class PreparedIdentities(IIdentities inner, Intake intake) : IIdentities
    {
        public IAsyncEnumerable<SonraiIdentityImport> ImportAsync(string path, Action<Problem> problem, CancellationToken cancellationToken) =>
            intake.ThenAsync(() => inner.ImportAsync(path, problem, cancellationToken), cancellationToken);

        public async Task<SonraiIdentityImport> ImportAsync(
            AccountId account, string source, IAsyncEnumerable<IamEntity> entities, Action<Problem> problem, CancellationToken cancellationToken)
        {
            await intake.EnsureAsync(cancellationToken).ConfigureAwait(false);
            return await inner.ImportAsync(account, source, entities, problem, cancellationToken).ConfigureAwait(false);
        }

        public async Task<SonraiIdentityImport> ImportAsync(
            OrganizationPolicies policies, string source, Action<Problem> problem, CancellationToken cancellationToken)
        {
            await intake.EnsureAsync(cancellationToken).ConfigureAwait(false);
            return await inner.ImportAsync(policies, source, problem, cancellationToken).ConfigureAwait(false);
        }

        public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken) =>
            intake.ThenAsync(() => inner.ListAsync(cancellationToken), cancellationToken);
    }

    private sealed class PreparedPermissions(IPermissions inner, Intake intake) : IPermissions
    {
        public IAsyncEnumerable<SonraiEffectivePermission> ListAsync(EffectivePermissionQuery query, CancellationToken cancellationToken) =>
            intake.ThenAsync(() => inner.ListAsync(query, cancellationToken), cancellationToken);
    }

    private sealed class PreparedRecommendations(IRecommendations inner, Intake intake) : IRecommendations
    {
        public IAsyncEnumerable<SonraiPolicyRecommendation> ListAsync(RecommendationQuery query, CancellationToken cancellationToken) =>
            intake.ThenAsync(() => inner.ListAsync(query, cancellationToken), cancellationToken);
    }
}
