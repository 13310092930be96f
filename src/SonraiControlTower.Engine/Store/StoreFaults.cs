using Microsoft.Data.Sqlite;

namespace SonraiControlTower.Engine;

/// <summary>Says in the module's words what SQLite says by code (<see href="https://www.sqlite.org/rescode.html"/>).</summary>
internal static class StoreFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <exception cref="SonraiException">SQLite or the file system refused.</exception>
    public static T Told<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw new SonraiException(Problem(path, fault), fault);
        }
        catch (InvalidDataException fault)
        {
            throw new SonraiException(StoreProblems.Corrupt(path, fault.Message), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SonraiException(StoreProblems.Unavailable(path, fault.Message), fault);
        }
    }

    private static Problem Problem(string path, SqliteException fault) => fault.SqliteErrorCode switch
    {
        Busy or Locked => StoreProblems.Busy(path),
        Corrupt or NotADatabase => StoreProblems.Corrupt(path, fault.Message),
        _ => StoreProblems.Unavailable(path, fault.Message),
    };
}
