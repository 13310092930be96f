using CsCheck;

namespace SonraiControlTower.Engine.Tests.Recommendation;

/// <summary>Identities at random, with policies of every shape over a few services, and calls that IAM's own logic allows or denies.</summary>
internal static class RandomEstates
{
    private static readonly string[] _patterns =
    [
        "*", "s3:*", "s3:Get*", "s3:getobject", "s3:PutObject", "s3:ListBucket", "s3:?etObject", "S3:*Object", "dynamodb:*", "dynamodb:Get*", "dynamodb:Query",
        "dynamodb:PutItem", "dynamodb:*Item", "sqs:*", "sqs:SendMessage", "sqs:CreateQueue", "iam:PassRole", "iam:*", "iam:Get*", "logs:*", "logs:PutLogEvents",
        "logs:CreateLogStream", "ec2:*", "ec2:Describe*", "ec2:RunInstances", "xray:Put*", "newservice:Do", "kms:Decrypt",
    ];

    private static readonly string[] _resources =
    [
        "*", "arn:aws:s3:::data", "arn:aws:s3:::data/*", "arn:aws:s3:::data/in/*", "arn:aws:s3:::*", "arn:aws:s3:::logs/*", "arn:aws:s3:::data/?n/1",
        "arn:aws:s3:::${aws:username}/*", "arn:aws:dynamodb:*:*:table/orders", "arn:aws:dynamodb:*:*:table/*", "arn:aws:sqs:*:111122223333:*",
        "arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:role/app", "arn:aws:logs:*:*:log-group:*",
    ];

    private static readonly string[] _calls =
    [
        "s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:GetObjectAcl", "s3:ListAllMyBuckets", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
        "sqs:SendMessage", "sqs:CreateQueue", "iam:PassRole", "iam:GetRole", "logs:PutLogEvents", "logs:CreateLogStream", "ec2:RunInstances", "ec2:DescribeVpcs",
        "xray:PutTraceSegments", "kms:Decrypt",
    ];

    private static readonly string[] _objects =
    [
        "arn:aws:s3:::data/in/1", "arn:aws:s3:::data/in/2", "arn:aws:s3:::data/out/1", "arn:aws:s3:::logs/a/b", "arn:aws:s3:::web/x", "arn:aws:s3:::data",
        "arn:aws:dynamodb:us-east-1:111122223333:table/orders", "arn:aws:dynamodb:us-east-1:111122223333:table/users", "arn:aws:sqs:us-east-1:111122223333:q",
        "arn:aws:iam::111122223333:role/app", "arn:aws:iam::111122223333:role/admin", "arn:aws:logs:us-east-1:111122223333:log-group:g", "*",
    ];

    private static readonly RequestContext[] _contexts = [Region("us-east-1"), Region("eu-west-1")];

    private static readonly Gen<string> _statement = Gen.Select(
        Gen.Int[0, 99], Pick(_patterns).Array[1, 4], Pick(_resources).Array[1, 3], Gen.Int[0, 99], Gen.Int[0, 2],
        (kind, actions, resources, list, condition) => string.Concat(
            "{\"Effect\":\"", kind < 80 ? "Allow" : "Deny", "\",\"", kind % 10 == 0 ? "NotAction" : "Action", "\":", List(actions),
            ",\"", list < 10 ? "NotResource" : "Resource", "\":", List(resources),
            condition == 0 ? ",\"Condition\":{\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\"}}}" : "}"));

    private static readonly Gen<string> _policy = _statement.Array[1, 4].Select(statements => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""");

    public static Gen<RandomEstate> All { get; } = Gen.Select(
        _policy.Array[1, 3], _policy.Array[0, 1], Gen.Select(Pick(_calls), Pick(_objects), Gen.Int[0, 1]).Array[0, 25], Gen.Int[0, 3], Gen.Bool,
        (own, groups, calls, data, inline) =>
        {
            var needs = new Needs { Kind = IamKind.User };
            for (var i = 0; i < own.Length; i++)
            {
                _ = inline ? needs.Inline(own[i], $"p{i}") : needs.Managed(own[i], $"p{i}");
            }

            needs.OfGroups.AddRange(groups.Select(json => new HeldPolicy("g", null, "arn:aws:iam::111122223333:group/g", Policy.Parse(json))));
            needs.Coverage = needs.Coverage! with { DataEventServices = data switch { 0 => new HashSet<string>(), 1 => new HashSet<string> { "s3" }, _ => new HashSet<string> { "s3", "dynamodb", "sqs", "logs" } } };
            var estate = new RandomEstate(needs, [.. calls.Select(call => new RandomCall(call.Item1, call.Item2, _contexts[call.Item3]))]);
            estate.Record();
            return estate;
        });

    /// <summary>Every call there can be.</summary>
    public static IEnumerable<RandomCall> Calls =>
        from action in _calls from resource in _objects from context in _contexts select new RandomCall(action, resource, context);

    private static Gen<string> Pick(string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static string List(string[] texts) => "[" + string.Join(',', texts.Select(text => $"\"{text}\"")) + "]";

    private static RequestContext Region(string region) =>
        RequestContext.Of([KeyValuePair.Create<string, IReadOnlyList<string>>("aws:RequestedRegion", [region])], isComplete: true);
}

/// <summary>A call that may have been made.</summary>
internal sealed record RandomCall(string Action, string Resource, RequestContext Context);

/// <summary>An identity, and the calls that it made.</summary>
internal sealed record RandomEstate(Needs Needs, IReadOnlyList<RandomCall> Calls)
{
    /// <summary>The calls that were allowed.</summary>
    public IReadOnlyList<RandomCall> Allowed { get; private set; } = [];

    /// <summary>Counts the calls as CloudTrail tells of them.</summary>
    public void Record()
    {
        Allowed = [.. Calls.Where(call => Allows(Needs.Own, call))];
        foreach (var calls in Calls.GroupBy(call => call.Action))
        {
            var allowed = calls.Where(Allowed.Contains).ToList();
            var resources = allowed.Select(call => call.Resource).Distinct().ToArray();
            DateTimeOffset? at = allowed.Count > 0 ? Needs.Now.AddDays(-1) : null;
            Needs.Use(calls.Key, new ActionUse(allowed.Count, 0, calls.Count() - allowed.Count, at, at, resources.Contains("*") ? [] : resources));
        }
    }

    /// <summary>Whether IAM would allow a call if these were the identity's own policies.</summary>
    public bool Allows(IReadOnlyList<HeldPolicy> own, RandomCall call)
    {
        var identity = Needs.Identity with { OwnPolicies = own };
        return Evaluator.Decide(
            new AccessRequest { Caller = Caller.Of(identity), Action = call.Action, Resource = call.Resource, Context = call.Context },
            PolicySet.Of(identity, Guardrails.None)).IsAllowed;
    }

    public static IReadOnlyList<HeldPolicy> Held(IEnumerable<string> documents) =>
        [.. documents.Select((document, i) => new HeldPolicy($"r{i}", $"arn:aws:iam::111122223333:policy/r{i}", "arn:aws:iam::111122223333:user/web", Policy.Parse(document)))];

    public override string ToString() => string.Join('\n', [.. Needs.Own.Concat(Needs.OfGroups).Select(policy => policy.Policy.Json), .. Calls.Select(call => $"{call.Action} {call.Resource}")]);
}
