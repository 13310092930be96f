using System.Buffers.Binary;

namespace SonraiControlTower.Engine;

/// <summary>The activity in the store: calls, not actions, so that a better catalogue makes more of what was read long ago.</summary>
internal sealed class ActivityTables(Store store)
{
    /// <summary>The digests of the files that were counted, and the names and lengths of those whose names CloudTrail gave.</summary>
    public (HashSet<UInt128> Digests, HashSet<(string Name, long Length)> Names) ReadFiles() => store.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT digest, name, length FROM log_file";
        using var reader = command.ExecuteReader();
        var (digests, names) = (new HashSet<UInt128>(), new HashSet<(string, long)>());
        while (reader.Read())
        {
            digests.Add(BinaryPrimitives.ReadUInt128BigEndian(reader.GetFieldValue<byte[]>(0)));
            if (reader.GetString(1) is var name && LogFileName.IsUnique(name))
            {
                names.Add((name, reader.GetInt64(2)));
            }
        }

        return (digests, names);
    });

    /// <summary>Adds files and what is in them: all or, where the process ends, none.</summary>
    public void Add(ActivityBatch batch, ActivityWords words) => store.Write((connection, transaction) =>
    {
        using var rows = new ActivityRows(connection, transaction, words);
        foreach (var file in batch.Files)
        {
            rows.AddFile(file);
        }

        foreach (var file in batch.Damaged)
        {
            rows.AddDamaged(file);
        }

        rows.Add(batch.Counts);
    });

    /// <summary>Everything, damaged files included.</summary>
    public ActivityCounts Read(ActivityWords words) => store.Read(connection =>
    {
        // One transaction, so that what another session writes meanwhile is seen wholly or not at all.
        using var transaction = connection.BeginTransaction(deferred: true);
        using var rows = new ActivityRows(connection, transaction, words);
        return rows.ReadAll();
    });

    /// <summary>A number that changes when anybody has written; for this store's own writes it does not.</summary>
    public long Version() => store.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    });
}
