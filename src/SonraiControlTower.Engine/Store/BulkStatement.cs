using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SonraiControlTower.Engine;

/// <summary>
/// A statement that is run thousands of times with other values, in whatever transaction its connection is. A <see cref="SqliteCommand"/> takes several
/// times as long for each.
/// </summary>
internal sealed class BulkStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">An open connection.</param>
    /// <param name="text">One statement, with a <c>?</c> for each value.</param>
    public BulkStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    /// <param name="place">Which value, from 1.</param>
    /// <param name="text">The value; null for NULL.</param>
    public BulkStatement With(int place, string? text)
    {
        Check(text is null ? raw.sqlite3_bind_null(_statement, place) : raw.sqlite3_bind_text(_statement, place, text));
        return this;
    }

    /// <param name="place">Which value, from 1.</param>
    /// <param name="bytes">The value.</param>
    public BulkStatement With(int place, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(_statement, place, bytes));
        return this;
    }

    /// <param name="place">Which value, from 1.</param>
    /// <param name="number">The value.</param>
    public BulkStatement With(int place, long number)
    {
        Check(raw.sqlite3_bind_int64(_statement, place, number));
        return this;
    }

    /// <summary>Runs it; it has no answer.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Run()
    {
        Check(raw.sqlite3_step(_statement));
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
