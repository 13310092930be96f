using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SonraiControlTower.Engine;

/// <summary>
/// The tables of the store. The file says whose it is (<c>application_id</c>) and of what version (<c>user_version</c>), so that neither a later
/// module's file nor somebody else's is taken for ours.
/// </summary>
internal static class StoreSchema
{
    public const long Version = 1;

    /// <summary>"SnCT".</summary>
    private const long ApplicationId = 0x536E4354;

    private const string Tables =
        """
        CREATE TABLE document (kind TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
        CREATE TABLE word (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (kind, text));
        CREATE TABLE principal (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, arn TEXT NOT NULL, issuer TEXT, calls BLOB NOT NULL, UNIQUE (kind, arn));
        CREATE TABLE coverage (account TEXT PRIMARY KEY, span BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE log_file (digest BLOB PRIMARY KEY, name TEXT NOT NULL, length INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE identity_file (account TEXT NOT NULL, part INTEGER NOT NULL, name TEXT NOT NULL, told BLOB NOT NULL, PRIMARY KEY (account, part));
        CREATE TABLE damaged_file (name TEXT PRIMARY KEY, digest BLOB NOT NULL, counts BLOB NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>Makes the tables of a new file, and refuses a file that is not ours or too new.</summary>
    public static void Prepare(SqliteConnection connection, string path)
    {
        if (IsOurs(connection, path))
        {
            Run(connection, "PRAGMA synchronous = NORMAL");
            return;
        }

        // With a write-ahead log readers go on while one writes, and a process that is killed leaves the last whole transaction.
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = NORMAL");
        using var transaction = connection.BeginTransaction(deferred: false);

        // Another session may have made them while this one waited.
        if (!IsOurs(connection, path))
        {
            Run(connection, Tables, transaction);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}"), transaction);
        }

        transaction.Commit();
    }

    /// <summary>False for a new file.</summary>
    private static bool IsOurs(SqliteConnection connection, string path)
    {
        var application = Ask(connection, "PRAGMA application_id");
        if (application == 0 && Ask(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            return false;
        }

        if (application != ApplicationId)
        {
            throw new SonraiException(StoreProblems.Corrupt(path, "it is a database of another application."));
        }

        var version = Ask(connection, "PRAGMA user_version");
        return version <= Version ? true : throw new SonraiException(StoreProblems.TooNew(path, version, Version));
    }

    private static long Ask(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string text, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
