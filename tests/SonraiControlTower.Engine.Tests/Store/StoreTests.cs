using Microsoft.Data.Sqlite;

namespace SonraiControlTower.Engine.Tests;

public sealed class StoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store").FullName;

    private string File => Path.Combine(_folder, Store.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_is_there_when_the_folder_is_opened_again()
    {
        using (var store = Store.Open(_folder))
        {
            store.Write("ticket", "b", "{\"b\":1}");
            store.Write("ticket", "a", "{\"a\":1}");
            store.Write("ticket", "a", "{\"a\":2}");
            store.Write("other", "a", "{}");
        }

        using var again = Store.Open(_folder);

        again.ReadAll("ticket").ShouldBe([new Document("a", "{\"a\":2}"), new Document("b", "{\"b\":1}")]);
        again.Find("ticket", "b").ShouldBe("{\"b\":1}");
        again.Find("ticket", "B").ShouldBeNull();
    }

    [Fact]
    public void A_statement_that_is_run_many_times_keeps_to_the_transaction_and_tells_what_is_wrong()
    {
        using var store = Store.Open(null);
        Should.Throw<SonraiException>(() => store.Write((connection, _) =>
        {
            using var add = new BulkStatement(connection, "INSERT INTO log_file (digest, name, length) VALUES (?, ?, ?)");
            add.With(1, [1]).With(2, "a").With(3, 5).Run();
            add.With(1, [2]).With(2, "b").With(3, 6).Run();
            add.With(1, [2]).Run();
        })).Problem.Message.ShouldContain("UNIQUE");
        store.Read(Count).ShouldBe(0);

        store.Write((connection, _) =>
        {
            using var add = new BulkStatement(connection, "INSERT INTO log_file (digest, name, length) VALUES (?, ?, ?)");
            add.With(1, [1]).With(2, "a").With(3, 5).Run();
            add.With(1, [2]).With(2, "b").With(3, 6).Run();
        });
        store.Read(Count).ShouldBe(2);

        static long Count(SqliteConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM log_file";
            return (long)command.ExecuteScalar()!;
        }
    }

    [Fact]
    public void What_was_deleted_is_gone()
    {
        using var store = Store.Open(null);
        store.Write("ticket", "a", "{}");
        store.Write("ticket", "b", "{}");

        store.Delete("ticket", "a");
        store.Delete("ticket", "never was");

        store.ReadAll("ticket").ShouldHaveSingleItem().Key.ShouldBe("b");
        store.Change(change => change.DeleteAll("ticket"));
        store.ReadAll("ticket").ShouldBeEmpty();
    }

    [Fact]
    public void A_change_that_fails_half_way_changes_nothing()
    {
        using var store = Store.Open(null);
        store.Write("ticket", "a", "1");

        Should.Throw<InvalidOperationException>(() => store.Change(change =>
        {
            change.Write("ticket", "a", "2");
            change.Write("ticket", "b", "2");
            throw new InvalidOperationException();
        }));

        store.ReadAll("ticket").ShouldBe([new Document("a", "1")]);
    }

    [Fact]
    public void A_store_in_memory_leaves_no_file()
    {
        using var store = Store.Open(null);

        store.Write("ticket", "a", "1");

        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void Two_sessions_on_one_folder_see_what_the_other_wrote()
    {
        using var one = Store.Open(_folder);
        using var other = Store.Open(_folder);

        one.Write("ticket", "a", "1");
        other.Write("ticket", "b", "2");

        one.ReadAll("ticket").Count.ShouldBe(2);
        other.ReadAll("ticket").Count.ShouldBe(2);
    }

    [Fact]
    public void A_session_that_waits_too_long_for_another_is_told()
    {
        using var one = Store.Open(_folder);
        using var other = Store.Open(_folder, TimeSpan.FromSeconds(1));
        SonraiException? refused = null;

        one.Write((_, _) => refused = Should.Throw<SonraiException>(() => other.Write("ticket", "a", "1")));

        refused!.Problem.Id.ShouldBe("StoreBusy");
    }

    [Fact]
    public void The_store_of_a_later_module_is_refused_and_left_as_it_is()
    {
        Store.Open(_folder).Dispose();
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        var before = System.IO.File.ReadAllBytes(File);

        Should.Throw<SonraiException>(() => Store.Open(_folder)).Problem.Id.ShouldBe("StoreTooNew");
        System.IO.File.ReadAllBytes(File).ShouldBe(before);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));

        Should.Throw<SonraiException>(() => Store.Open(_folder)).Problem.Id.ShouldBe("StoreCorrupt");
        System.IO.File.ReadAllText(File).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public void A_database_of_another_application_is_refused()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (a)";
            command.ExecuteNonQuery();
        }

        Should.Throw<SonraiException>(() => Store.Open(_folder)).Problem.Id.ShouldBe("StoreCorrupt");
    }

    [Fact]
    public void A_damaged_page_is_told_when_it_is_read()
    {
        using (var store = Store.Open(_folder))
        {
            store.Change(change =>
            {
                for (var i = 0; i < 500; i++)
                {
                    change.Write("ticket", $"{i:D4}", new string('x', 300));
                }
            });
        }

        using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xEE, (int)file.Length - 4096).ToArray());
        }

        Should.Throw<SonraiException>(() =>
        {
            using var store = Store.Open(_folder);
            return store.ReadAll("ticket");
        }).Problem.Id.ShouldBe("StoreCorrupt");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        var inTheWay = Path.Combine(_folder, "file");
        System.IO.File.WriteAllText(inTheWay, "");

        Should.Throw<SonraiException>(() => Store.Open(Path.Combine(inTheWay, "below"))).Problem.Id.ShouldBe("StoreUnavailable");
    }
}
