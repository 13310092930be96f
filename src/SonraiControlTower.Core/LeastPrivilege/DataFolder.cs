namespace SonraiControlTower;

/// <summary>
/// A folder with what AWS tells of an estate, in no order that anybody must keep: files of identities, of the organization, and CloudTrail's records.
/// </summary>
public sealed class DataFolder(IAnalysis analysis, string path)
{
    /// <summary>
    /// Offers every file to identities, then to activity. What is no file of the one is not told where it is one of the other.
    /// </summary>
    /// <param name="news">Is told how far it is, from one thread at a time.</param>
    /// <param name="cancellationToken">Stops; what was taken in stays.</param>
    public async Task<DataFolderImport> ImportAsync(Action<ActivityNews> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (identities, ofIdentities) = await IdentitiesAsync(news, cancellationToken).ConfigureAwait(false);
        var ofActivity = new List<Problem>();
        var activity = await analysis.Activity.ImportAsync(
            LogFiles.AtAsync(analysis.Activity, [path], ofActivity.Add, cancellationToken),
            one => Tell(one, news, ofActivity),
            cancellationToken).ConfigureAwait(false);

        var noIdentities = Named(ofIdentities, IdentityProblems.Foreign("").Id);
        var noRecords = Named(ofActivity, ActivityProblems.Foreign("", "").Id);
        return new DataFolderImport(
            identities,
            activity,
            [
                .. ofIdentities.Where(problem => problem.Target is not string name || !noIdentities.Contains(name)),
                .. ofActivity.Where(problem => problem.Target is not string name || !noRecords.Contains(name)),
            ],
            [.. noIdentities.Intersect(noRecords, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static HashSet<string> Named(List<Problem> problems, string id) =>
        problems.Where(problem => problem.Id == id).Select(problem => problem.Target).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static void Tell(ActivityNews one, Action<ActivityNews> news, List<Problem> problems)
    {
        if (one.Problem is { } problem)
        {
            problems.Add(problem);
        }
        else
        {
            news(one);
        }
    }

    private async Task<(List<SonraiIdentityImport> Imports, List<Problem> Problems)> IdentitiesAsync(
        Action<ActivityNews> news, CancellationToken cancellationToken)
    {
        var (imports, problems) = (new List<SonraiIdentityImport>(), new List<Problem>());
        await foreach (var import in analysis.Identities.ImportAsync(path, problems.Add, cancellationToken).ConfigureAwait(false))
        {
            imports.Add(import);
            news(new ActivityNews(imports.Count, 0));
        }

        return (imports, problems);
    }
}
