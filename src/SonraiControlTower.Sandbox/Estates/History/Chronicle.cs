using System.Globalization;
using System.Runtime.CompilerServices;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// What everybody in the estate did, written down as CloudTrail would have. It follows from who lives there and from the day on which the landing
/// zone was opened, and from nothing else.
/// </summary>
internal sealed class Chronicle(LandingZone zone)
{
    private readonly RecordWriter _writer = new();
    private readonly List<Entry> _entries = [];

    // A session lasts as long as its hours.
    private readonly Dictionary<(string Role, int DaysAgo), Actor> _sessions = [];
    private SeededNumbers _numbers = new(0);

    /// <summary>The records, by account, region and day.</summary>
    public IEnumerable<Delivery> Deliveries()
    {
        foreach (var account in Households.Accounts.Where(zone.CanBeUsed))
        {
            _numbers = new SeededNumbers(StableId.Below(int.MaxValue, account.ToString(), "history"));
            Tell(account);
        }

        // Records of one second keep the order in which they were written.
        return _entries
            .GroupBy(entry => (entry.Recipient, entry.Region, entry.DaysAgo))
            .Select(day => new Delivery(day.Key.Recipient, day.Key.Region, [.. day.OrderBy(entry => entry.At)], _writer.Text));
    }

    private void Tell(AccountId account)
    {
        var iam = zone.Iam.Of(account);
        foreach (var inhabitant in zone.HouseholdOf(account).Inhabitants)
        {
            if (iam.Find(inhabitant.Identity) is { } state)
            {
                foreach (var habit in inhabitant.Habits)
                {
                    Tell(account, inhabitant, state, habit);
                }
            }
        }

        foreach (var (hours, record) in SignIns.Of(account, iam, zone.Calendar.Of(account), Id))
        {
            Add(hours, record);
        }
    }

    private void Tell(AccountId account, Inhabitant inhabitant, IdentityState state, Habit habit)
    {
        var call = Calls.Of(habit.Call);
        foreach (var (hours, times) in zone.Calendar.Of(account, habit, state.CreatedAt))
        {
            var actor = ActorOf(account, inhabitant, state, hours);
            for (var time = 0; time < times; time++)
            {
                Tell(account, actor, call, habit, hours);
            }
        }
    }

    private void Tell(AccountId account, Actor actor, Call call, Habit habit, Hours hours)
    {
        var region = call.Region ?? zone.HomeRegion;
        var filled = new Blanks(account.ToString(), region, habit.On.Split('|'), _numbers.Hex(), Id());
        var record = new Record(Moment(hours), actor, call.Service, call.Event, region, account.ToString())
        {
            Request = filled.In(call.Request),
            Response = habit.Error is null ? filled.In(call.Response) : "null",
            ErrorCode = habit.Error is { } error ? error.Code ?? call.DenialCode : null,
            ErrorMessage = habit.Error is null ? null : habit.Error.Message ?? Refusal(actor, call, filled),
            Additional = call.TellsOfTransfer ? Transfer() : null,
            RequestId = Id(),
            EventId = Id(),
            IsReadOnly = call.IsReadOnly,
            IsData = call.IsData,
            Resources = habit.Error?.IsDenial == true && !call.IsData ? [] : [.. call.Resources.Select(filled.In)],
            Host = call.Host(region),
        };

        Add(hours, call.Word == "sts:AssumeRole" && habit.Error is null ? Twin(record, habit, hours) : record);
    }

    // A role of another account that is taken on is told of in both accounts, with one id that both records share:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
    private Record Twin(Record record, Habit habit, Hours hours)
    {
        var shared = Id();
        var other = habit.On.Split(':')[4];
        using var identity = System.Text.Json.JsonDocument.Parse(record.Actor.Json);
        var caller = Actor.Outsider(AccountId.Parse(record.Recipient), identity.RootElement.GetProperty("principalId").GetString()!);
        Add(hours, record with { Actor = caller with { Address = record.Actor.Address, Agent = record.Actor.Agent }, Recipient = other, EventId = Id(), SharedEventId = shared });
        return record with { SharedEventId = shared };
    }

    private Actor ActorOf(AccountId account, Inhabitant inhabitant, IdentityState state, Hours hours)
    {
        if (inhabitant.Trust is not { } trust)
        {
            return Actor.User(account, state);
        }

        if (!_sessions.TryGetValue((state.Arn, hours.DaysAgo), out var actor))
        {
            var name = SessionStart.NameOf(inhabitant, trust, hours);
            if (SessionStart.Of(account, state, trust, name, zone.HomeRegion, hours.From, Id) is { } start)
            {
                Add(hours, start);
            }

            _sessions.Add((state.Arn, hours.DaysAgo), actor = Actor.Session(account, state, trust, name, hours.From));
        }

        return actor;
    }

    private void Add(Hours hours, Record record) => _entries.Add(new Entry(record.Recipient, record.Region, hours.DaysAgo, record.At, _writer.Write(record)));

    private DateTimeOffset Moment(Hours hours) => hours.From.AddSeconds(1 + _numbers.Below((long)(hours.To - hours.From).TotalSeconds - 1));

    private string Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes, _numbers.Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], _numbers.Next());
        return new Guid(bytes).ToString();
    }

    private string Transfer() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"{{_numbers.Hex()}}","bytesTransferredOut":{{_numbers.Below(65_536)}}}""");

    private static string Refusal(Actor actor, Call call, Blanks filled) =>
        $"User: {actor.Arn} is not authorized to perform: {call.Action} on resource: {filled.In(call.Target)} because no identity-based policy allows the {call.Action} action";

    /// <summary>A record that was written.</summary>
    internal readonly record struct Entry(string Recipient, string Region, int DaysAgo, DateTimeOffset At, Range Text);

    /// <summary>The records of an account and region on a day, in their order.</summary>
    internal sealed record Delivery(string Account, string Region, IReadOnlyList<Entry> Entries, ReadOnlyMemory<byte> Text)
    {
        public DateTimeOffset Last => Entries[^1].At;
    }

    /// <summary>What stands in the texts of a call for one time.</summary>
    private sealed record Blanks(string Account, string Region, string[] On, string Hex, string Uuid)
    {
        public string In(string text)
        {
            if (!text.Contains('{', StringComparison.Ordinal))
            {
                return text;
            }

            var filled = new DefaultInterpolatedStringHandler(text.Length + 64, 0, CultureInfo.InvariantCulture, stackalloc char[1024]);
            var rest = text.AsSpan();
            for (var brace = rest.IndexOf('{'); brace >= 0; brace = rest.IndexOf('{'))
            {
                filled.AppendFormatted(rest[..brace]);
                rest = rest[brace..];
                var end = rest.IndexOf('}');
                var value = end > 0 ? ValueOf(rest[1..end]) : null;

                // Another brace is one of JSON's own.
                filled.AppendFormatted(value ?? "{");
                rest = value is null ? rest[1..] : rest[(end + 1)..];
            }

            filled.AppendFormatted(rest);
            return filled.ToStringAndClear();
        }

        private string? ValueOf(ReadOnlySpan<char> blank) => blank switch
        {
            "account" => Account,
            "region" => Region,
            "hex" => Hex,
            "uuid" => Uuid,
            [>= '0' and <= '9'] => On[blank[0] - '0'],
            _ => null,
        };
    }
}
