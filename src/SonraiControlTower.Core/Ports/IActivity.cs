namespace SonraiControlTower;

/// <summary>What identities did, as CloudTrail's records tell.</summary>
public interface IActivity
{
    /// <summary>The files of records at a path: the file itself, or all below a folder in the order of their names.</summary>
    /// <exception cref="SonraiException"><c>ActivityPathNotFound</c>.</exception>
    IAsyncEnumerable<LogFile> FilesAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// Reads files and counts what they tell. A file is counted once, however often it is offered and under whatever name; what is wrong with one is
    /// news, and the others are read. What was counted stays counted when the import is stopped.
    /// </summary>
    /// <param name="files">The files; they are read as they come.</param>
    /// <param name="news">Is told how far it is, from one thread at a time.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<SonraiActivityImport> ImportAsync(IAsyncEnumerable<LogFile> files, Action<ActivityNews> news, CancellationToken cancellationToken);

    /// <summary>Who used what.</summary>
    IAsyncEnumerable<SonraiActivity> ListAsync(ActivityQuery query, CancellationToken cancellationToken);
}
