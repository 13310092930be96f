using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace SonraiControlTower.Engine;

/// <summary>The rows of the activity within one transaction.</summary>
internal sealed class ActivityRows : IDisposable
{
    private readonly ActivityWords _words;
    private readonly WordRows _wordRows;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly BulkStatement _addFile;
    private readonly BulkStatement _addPrincipal;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    // Most stores that much is added to were empty before: what is not there need not be looked for thousands of times.
    private readonly bool _hasPrincipals;
    private bool _hasDamaged;

    public ActivityRows(SqliteConnection connection, SqliteTransaction transaction, ActivityWords words)
    {
        (_connection, _transaction, _words) = (connection, transaction, words);
        _wordRows = new WordRows(Command, words);
        _addFile = new BulkStatement(connection, "INSERT OR IGNORE INTO log_file (digest, name, length) VALUES (?, ?, ?)");
        _addPrincipal = new BulkStatement(
            connection,
            "INSERT INTO principal (kind, arn, issuer, calls) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET calls = excluded.calls, issuer = coalesce(excluded.issuer, issuer)");
        _hasPrincipals = Command("SELECT EXISTS (SELECT 1 FROM principal)").ExecuteScalar() is 1L;
        _hasDamaged = Command("SELECT EXISTS (SELECT 1 FROM damaged_file)").ExecuteScalar() is 1L;
    }

    public void AddFile(CountedFile file)
    {
        var digest = Bytes(file.Digest);
        _addFile.With(1, digest).With(2, file.Name).With(3, file.Length).Run();
        RemoveDamaged(file.Name, digest);
    }

    public void AddDamaged(DamagedFile file)
    {
        // A copy of a file that was counted whole has nothing to add.
        if (Command("SELECT EXISTS (SELECT 1 FROM log_file WHERE name = $1)", file.Name).ExecuteScalar() is 1L)
        {
            return;
        }

        var writer = new CountsWriter(_wordRows.OfCall, _wordRows.OfError);
        ActivityPacking.Write(writer, file.Counts, _words);
        var digest = Bytes(file.Digest);
        RemoveDamaged(file.Name, digest);
        Command("INSERT INTO damaged_file (name, digest, counts) VALUES ($1, $2, $3)", file.Name, digest, writer.Written.ToArray()).ExecuteNonQuery();
        _hasDamaged = true;
    }

    /// <summary>Adds counts to what is there.</summary>
    public void Add(ActivityCounts counts)
    {
        var writer = new CountsWriter(_wordRows.OfCall, _wordRows.OfError);
        foreach (var group in counts.ByPrincipal())
        {
            var (number, calls) = (group[0].Key.Principal, group);
            var principal = _words.Principals[number];

            // A federated user may have several numbers, one for each user that made a session of it, and has one row.
            var before = _hasPrincipals || principal.Kind == PrincipalKind.FederatedUser
                ? Command("SELECT calls FROM principal WHERE kind = $1 AND arn = $2", principal.Kind, principal.Arn).ExecuteScalar() as byte[]
                : null;
            if (before is not null)
            {
                var sum = new ActivityCounts();
                Reader(before).ReadCalls(number, sum);
                foreach (var count in calls)
                {
                    sum.Add(count);
                }

                calls = sum.Calls;
            }

            writer.Write(calls);
            _addPrincipal.With(1, principal.Kind).With(2, principal.Arn).With(3, principal.IssuerArn).With(4, writer.Written).Run();
            writer.Clear();
        }

        foreach (var (account, span) in counts.Accounts)
        {
            var name = _words.Accounts[account];
            var sum = new AccountSpan();
            sum.Add(span);
            if (Command("SELECT span FROM coverage WHERE account = $1", name).ExecuteScalar() is byte[] before)
            {
                sum.Add(Reader(before).ReadSpan());
            }

            writer.Write(sum);
            Command("INSERT INTO coverage (account, span) VALUES ($1, $2) ON CONFLICT DO UPDATE SET span = excluded.span", name, writer.Written.ToArray()).ExecuteNonQuery();
            writer.Clear();
        }
    }

    public ActivityCounts ReadAll()
    {
        var counts = new ActivityCounts();
        _wordRows.ReadAll();
        using (var reader = Command("SELECT kind, arn, issuer, calls FROM principal").ExecuteReader())
        {
            while (reader.Read())
            {
                var principal = new LogPrincipal(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2));
                Reader(reader.GetFieldValue<byte[]>(3)).ReadCalls(_words.Principals.Of(principal), counts);
            }
        }

        using (var reader = Command("SELECT account, span FROM coverage").ExecuteReader())
        {
            while (reader.Read())
            {
                counts.OfAccount(_words.Accounts.Of(reader.GetString(0))).Add(Reader(reader.GetFieldValue<byte[]>(1)).ReadSpan());
            }
        }

        using (var reader = Command("SELECT counts FROM damaged_file").ExecuteReader())
        {
            while (reader.Read())
            {
                ActivityPacking.Read(Reader(reader.GetFieldValue<byte[]>(0)), counts, _words);
            }
        }

        return counts;
    }

    public void Dispose()
    {
        _addFile.Dispose();
        _addPrincipal.Dispose();
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private void RemoveDamaged(string name, byte[] digest)
    {
        if (_hasDamaged)
        {
            Command("DELETE FROM damaged_file WHERE name = $1 OR digest = $2", name, digest).ExecuteNonQuery();
        }
    }

    private static byte[] Bytes(UInt128 digest)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, digest);
        return bytes;
    }

    private CountsReader Reader(byte[] bytes) => new(bytes, _wordRows.CallOf, _wordRows.ErrorOf);

    /// <summary>A statement with its values; it is prepared once.</summary>
    private SqliteCommand Command(string text, params ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(text, out var command))
        {
            command = _connection.CreateCommand();
            command.Transaction = _transaction;
            command.CommandText = text;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            _commands.Add(text, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }
}

/// <summary>Makes a statement with its values.</summary>
internal delegate SqliteCommand StatementSource(string text, params ReadOnlySpan<object> values);
