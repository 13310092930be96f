using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace SonraiControlTower.Engine;

/// <summary>
/// The identities in the store: what was told of each account, word for word, so that a better reader makes more of what was told long ago. The
/// organization's policies are kept with them, under no account.
/// </summary>
internal sealed class IdentityTables(Store store)
{
    private const string Organization = "";

    /// <summary>What was told, account by account, the organization's policies first.</summary>
    public IReadOnlyList<KeptFile> Read() => store.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT account, name, told FROM identity_file ORDER BY account, part";
        using var reader = command.ExecuteReader();
        List<KeptFile> files = [];
        while (reader.Read())
        {
            AccountId? account = AccountId.TryParse(reader.GetString(0), out var id) ? id : null;
            files.Add(new KeptFile(account, reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }

        return files;
    });

    /// <summary>Puts what was told of accounts, and of the organization, in the place of what was told before: all or nothing.</summary>
    /// <param name="accounts">The accounts, each with the files that tell of it.</param>
    /// <param name="organization">What tells of the organization; null to leave that as it is.</param>
    public void Write(IReadOnlyList<(AccountId Account, IReadOnlyList<IdentityFile> Files)> accounts, IdentityFile? organization)
    {
        // A file that tells of several accounts is pressed once.
        var pressed = accounts.SelectMany(account => account.Files).Distinct().AsParallel().ToDictionary(file => file, file => KeptFile.Press(file.Text));
        store.Write((connection, transaction) =>
        {
            foreach (var (account, files) in accounts)
            {
                Delete(connection, transaction, account.ToString());
                for (var part = 0; part < files.Count; part++)
                {
                    Insert(connection, transaction, account.ToString(), part, files[part].Name, pressed[files[part]]);
                }
            }

            if (organization is not null)
            {
                Delete(connection, transaction, Organization);
                Insert(connection, transaction, Organization, 0, organization.Name, KeptFile.Press(organization.Text));
            }
        });
    }

    private static void Delete(SqliteConnection connection, SqliteTransaction transaction, string account)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM identity_file WHERE account = $account";
        command.Parameters.AddWithValue("$account", account);
        command.ExecuteNonQuery();
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, string account, int part, string name, byte[] told)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO identity_file (account, part, name, told) VALUES ($account, $part, $name, $told)";
        command.Parameters.AddWithValue("$account", account);
        command.Parameters.AddWithValue("$part", part);
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$told", told);
        command.ExecuteNonQuery();
    }
}

/// <summary>What was told and kept.</summary>
/// <param name="Account">Of which account; null for the organization.</param>
/// <param name="Name">The file's path, or how IAM was asked.</param>
/// <param name="Pressed">What it said, as gzip has it.</param>
internal sealed record KeptFile(AccountId? Account, string Name, byte[] Pressed)
{
    public static byte[] Press(byte[] text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return bytes.ToArray();
    }

    public byte[] Text()
    {
        using var gzip = new GZipStream(new MemoryStream(Pressed, writable: false), CompressionMode.Decompress);
        using var text = new MemoryStream(Pressed.Length * 8);
        gzip.CopyTo(text);
        return text.ToArray();
    }
}
