using Microsoft.Data.Sqlite;

namespace SonraiControlTower.Engine;

/// <summary>
/// What the local engine remembers, in one SQLite file of a folder or in memory. Several threads may use it; they take turns. Several processes may
/// open the same folder; who writes lets others wait <see cref="Patience"/>.
/// </summary>
internal sealed class Store : IDisposable
{
    public const string FileName = "SonraiControlTower.db";

    /// <summary>How long one waits for another that writes, before it is a problem.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    private Store(SqliteConnection connection, string path)
    {
        _connection = connection;
        Path = path;
    }

    /// <summary>The file, for messages.</summary>
    public string Path { get; }

    /// <summary>Opens the store of a folder, and makes both where they are not there yet.</summary>
    /// <param name="folder">Null for a store in memory, which ends with this object.</param>
    /// <exception cref="SonraiException">
    /// <c>StoreUnavailable</c>, <c>StoreCorrupt</c>, <c>StoreTooNew</c> or <c>StoreBusy</c>. The file is left as it is.
    /// </exception>
    public static Store Open(string? folder) => Open(folder, Patience);

    /// <param name="folder">Null for memory.</param>
    /// <param name="patience">How long to wait for another that writes; whole seconds.</param>
    internal static Store Open(string? folder, TimeSpan patience)
    {
        var path = folder is null ? ":memory:" : System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), FileName);
        return StoreFaults.Told(path, () =>
        {
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
            }

            // A pool would keep the file open after the session has ended.
            var place = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = (int)patience.TotalSeconds };
            var connection = new SqliteConnection(place.ToString());
            try
            {
                connection.Open();
                StoreSchema.Prepare(connection, path);
                return new Store(connection, path);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>All documents of a kind, in the order of their keys.</summary>
    public IReadOnlyList<Document> ReadAll(string kind) => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, json FROM document WHERE kind = $kind ORDER BY key";
        command.Parameters.AddWithValue("$kind", kind);
        using var reader = command.ExecuteReader();
        var documents = new List<Document>();
        while (reader.Read())
        {
            documents.Add(new Document(reader.GetString(0), reader.GetString(1)));
        }

        return documents;
    });

    /// <summary>The JSON of one document; null where there is none.</summary>
    public string? Find(string kind, string key) => Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT json FROM document WHERE kind = $kind AND key = $key";
        command.Parameters.AddWithValue("$kind", kind);
        command.Parameters.AddWithValue("$key", key);
        return (string?)command.ExecuteScalar();
    });

    /// <summary>Writes one document, in the place of the one that has its key.</summary>
    public void Write(string kind, string key, string json) => Change(change => change.Write(kind, key, json));

    /// <summary>Removes one document; nothing where there is none.</summary>
    public void Delete(string kind, string key) => Change(change => change.Delete(kind, key));

    /// <summary>Changes several documents: all or, where this throws or the process ends, none.</summary>
    public void Change(Action<StoreChange> change) => Write((connection, transaction) => change(new StoreChange(connection, transaction)));

    /// <summary>Reads from the tables themselves.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_gate)
        {
            return StoreFaults.Told(Path, () => read(_connection));
        }
    }

    /// <summary>Writes to the tables themselves, in one transaction.</summary>
    public void Write(Action<SqliteConnection, SqliteTransaction> write)
    {
        lock (_gate)
        {
            StoreFaults.Told(Path, () =>
            {
                // Not deferred: who begins to write after having read may find that another has written in between.
                using var transaction = _connection.BeginTransaction(deferred: false);
                write(_connection, transaction);
                transaction.Commit();
                return true;
            });
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }
}
