namespace SonraiControlTower.Engine;

/// <summary>Records: questions and imports wait for the intake, so that nothing is overwritten by older news.</summary>
internal sealed class PreparedActivity(Func<IActivity> inner, Intake intake) : IActivity
{
    public IAsyncEnumerable<LogFile> FilesAsync(string path, CancellationToken cancellationToken) => inner().FilesAsync(path, cancellationToken);

    public async Task<SonraiActivityImport> ImportAsync(IAsyncEnumerable<LogFile> files, Action<ActivityNews> news, CancellationToken cancellationToken)
    {
        await intake.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await inner().ImportAsync(files, news, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<SonraiActivity> ListAsync(ActivityQuery query, CancellationToken cancellationToken) =>
        intake.ThenAsync(() => inner().ListAsync(query, cancellationToken), cancellationToken);
}
