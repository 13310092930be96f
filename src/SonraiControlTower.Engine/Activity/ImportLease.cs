namespace SonraiControlTower.Engine;

/// <summary>
/// Lets one import at a time write to a store, over all processes: two that read the same files at once would both count them. The system ends it with
/// the process.
/// </summary>
internal static class ImportLease
{
    /// <exception cref="SonraiException"><c>StoreBusy</c>.</exception>
    public static IDisposable? Take(string storePath)
    {
        if (!Path.IsPathRooted(storePath))
        {
            return null;
        }

        try
        {
            return new FileStream(storePath + ".import", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException fault)
        {
            throw new SonraiException(StoreProblems.Busy(storePath), fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new SonraiException(StoreProblems.Unavailable(storePath, fault.Message), fault);
        }
    }
}
