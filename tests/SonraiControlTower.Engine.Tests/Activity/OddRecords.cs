using System.Globalization;
using System.Text;

namespace SonraiControlTower.Engine.Tests;

/// <summary>
/// Writes records as no service would: keys in any order and more than once, white space and escapes anywhere, names of our keys at every depth, and
/// texts that look like structure.
/// </summary>
internal sealed class OddRecords(int seed)
{
    private static readonly string[] _traps =
    [
        "\"},\"eventName\":\"DeleteUser", "},{", "]}", "{\"Records\":[", "\\", "\\\"", "\\\\\"", "\",\"errorCode\":\"AccessDenied\",\"x\":\"", "]", "[[[", "}}}}",
        "\u0001", "\n", "é", "\U0001F600", "", "arn:aws:iam::111122223333:role/r", "\"eventSource\":\"iam.amazonaws.com\"",
    ];

    private static readonly string[] _keys =
        ["eventName", "eventSource", "eventTime", "userIdentity", "errorCode", "resources", "ARN", "arn", "type", "a", "Records", "sessionContext", "detail"];

    private readonly Random _random = new(seed);

    public string Log(int records)
    {
        var all = Enumerable.Range(0, records).Select(_ => Record()).ToList();
        return _random.Next(4) switch
        {
            0 => string.Join(Space() + "\n", all),
            1 => Space() + "[" + Space() + string.Join(Space() + "," + Space(), all) + Space() + "]" + Space(),
            2 => "{" + Text("x") + ":" + Value(2) + "," + Array(all) + "," + Text("NextToken") + ":" + Value(2) + Space() + "}",
            _ => Space() + "{" + Space() + Array(all) + Space() + "}" + Space(),
        };
    }

    public string Record()
    {
        var members = new List<string>
        {
            Member("eventTime", Text($"2026-0{_random.Next(1, 10)}-1{_random.Next(10)}T1{_random.Next(10)}:00:0{_random.Next(10)}Z")),
            Member("eventSource", Text(One("s3.amazonaws.com", "iam.amazonaws.com", "ec2.amazonaws.com"))),
            Member("eventName", Text(One("GetObject", "CreateUser", "RunInstances"))),
            Member("userIdentity", Identity()),
            Member("eventType", _random.Next(9) == 0 ? Value(1) : Text(One("AwsApiCall", "AwsApiCall", "AwsServiceEvent"))),
        };
        Sometimes(members, 3, () => Member("errorCode", One(Text("AccessDenied"), Text("NoSuchKey"), "null", Value(2))));
        Sometimes(members, 2, () => Member("resources", Resources()));
        Sometimes(members, 2, () => Member("requestParameters", One("null", Value(4), "{" + Member("versionId", Text("v1")) + "}", "{" + Member("role", Text("arn:aws:iam::111122223333:role/passed")) + "}")));
        Sometimes(members, 3, () => Member("recipientAccountId", Text(One("111122223333", "444455556666"))));
        Sometimes(members, 4, () => Member("sharedEventID", One(Text("s"), "null")));
        Sometimes(members, 4, () => Member("eventCategory", Text(One("Data", "Management"))));
        Sometimes(members, 8, () => Member("eventName", One(Text("Twice"), "null")));
        Sometimes(members, 8, () => Member("userIdentity", One("null", "[]", Identity())));
        for (var i = _random.Next(6); i > 0; i--)
        {
            members.Add(Member(Trap(), Value(4)));
        }

        if (_random.Next(2) == 0)
        {
            members = [.. members.OrderBy(_ => _random.Next())];
        }

        return Object(members);
    }

    private string Identity()
    {
        var (type, arn) = _random.Next(6) switch
        {
            0 => ("IAMUser", "arn:aws:iam::111122223333:user/alice"),
            1 => ("Root", "arn:aws:iam::111122223333:root"),
            2 => ("AWSService", "arn:aws:iam::111122223333:user/alice"),
            _ => ("AssumedRole", "arn:aws:sts::111122223333:assumed-role/app/i-1"),
        };
        var members = new List<string> { Member("type", Text(type)), Member("arn", Text(arn)) };
        Sometimes(members, 2, () => Member("sessionContext", One("null", Value(2), Object([Member("attributes", Value(2)), Member("sessionIssuer", Issuer())]))));
        Sometimes(members, 4, () => Member(Trap(), Value(3)));
        Sometimes(members, 9, () => Member("arn", "null"));
        return Object([.. members.OrderBy(_ => _random.Next(3))]);
    }

    private string Issuer() => One(
        "null", Value(2), Object([Member("arn", Text("arn:aws:iam::111122223333:role/path/app"))]), Object([Member("x", Value(2)), Member("arn", Text("arn:aws:iam::111122223333:role/b"))]));

    private string Resources() => One(
        "null", "[]", Value(3), "[" + Space() + string.Join(Space() + ",", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Object(
            [Member("ARN", One("null", Text("arn:aws:s3:::bucket/" + Trap()), Text($"arn:aws:s3:::bucket/k{_random.Next(30)}"))), Member(Trap(), Value(2))]))) + Space() + "]");

    private string Array(List<string> records) => Text(One("Records", "Events")) + Space() + ":" + Space() + "[" + Space() + string.Join(Space() + "," + Space(), records) + Space() + "]";

    private string Value(int depth) => _random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => One("null", "true", "false"),
        1 => _random.Next(-50, 50).ToString(CultureInfo.InvariantCulture) + One("", "", ".5", "e3"),
        5 or 6 => Object([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Member(Trap(), Value(depth - 1)))]),
        7 => "[" + Space() + string.Join(Space() + "," + Space(), Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1))) + Space() + "]",
        _ => Text(Trap()),
    };

    private string Trap() => _random.Next(3) == 0 ? One(_keys) : One(_traps);

    private string Object(IReadOnlyList<string> members) => "{" + Space() + string.Join(Space() + "," + Space(), members) + Space() + "}";

    private string Member(string key, string value) => Text(key) + Space() + ":" + Space() + value;

    private string Space() => _random.Next(6) == 0 ? One(" ", "\n", "\r\n", "\t", "   ", new string(' ', 70)) : "";

    private string Text(string text)
    {
        var written = new StringBuilder("\"");
        var escapes = _random.Next(6) == 0;
        foreach (var one in text)
        {
            // Half of a pair of surrogates alone is no UTF-8.
            if (one < ' ' || (escapes && (char.IsSurrogate(one) || _random.Next(3) == 0)))
            {
                written.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}");
            }
            else
            {
                written.Append(one is '"' or '\\' ? $"\\{one}" : one);
            }
        }

        return written.Append('"').ToString();
    }

    private void Sometimes(List<string> members, int oneIn, Func<string> make)
    {
        if (_random.Next(oneIn) == 0)
        {
            members.Insert(_random.Next(members.Count + 1), make());
        }
    }

    private string One(params string[] choices) => choices[_random.Next(choices.Length)];
}
