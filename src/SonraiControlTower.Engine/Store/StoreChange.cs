using Microsoft.Data.Sqlite;

namespace SonraiControlTower.Engine;

/// <summary>Documents that change together.</summary>
internal sealed class StoreChange(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <summary>The JSON of one document as it is within this change; null where there is none.</summary>
    public string? Find(string kind, string key)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT json FROM document WHERE kind = $kind AND key = $key";
        command.Parameters.AddWithValue("$kind", kind);
        command.Parameters.AddWithValue("$key", key);
        return (string?)command.ExecuteScalar();
    }

    public void Write(string kind, string key, string json) => Run(
        "INSERT INTO document (kind, key, json) VALUES ($kind, $key, $json) ON CONFLICT DO UPDATE SET json = excluded.json",
        ("$kind", kind),
        ("$key", key),
        ("$json", json));

    public void Delete(string kind, string key) =>
        Run("DELETE FROM document WHERE kind = $kind AND key = $key", ("$kind", kind), ("$key", key));

    public void DeleteAll(string kind) => Run("DELETE FROM document WHERE kind = $kind", ("$kind", kind));

    private void Run(string text, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
