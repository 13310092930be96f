using CsCheck;

namespace SonraiControlTower.Engine.Tests.Evaluation;

/// <summary>A small world of policies, in which a few actions and resources meet in every way.</summary>
internal sealed record PolicyWorld
{
    public const string Account = "111122223333";

    private static readonly Gen<string> _statement = Gen.Select(
        Gen.Int[0, 2],
        Gen.OneOf("s3:GetObject", "s3:PutObject", "s3:*", "s3:Get*", "ec2:RunInstances", "ec2:*", "*", "*:*", "kms:Decrypt", "s3:?etObject"),
        Gen.OneOf("s3:GetObject", "ec2:*", "kms:*"),
        Gen.OneOf(
            "*", "*", "arn:aws:s3:::a/*", "arn:aws:s3:::a/b", "arn:aws:s3:::*/b", "arn:aws:s3:::?/b*", "arn:aws:s3:::${aws:username}/*",
            "arn:aws:s3:::${aws:SourceVpc}/*", "arn:aws:s3:::${aws:PrincipalTag/none}/b", "arn:aws:s3:::a*b*"),
        Gen.OneOf("arn:aws:s3:::a/b", "arn:aws:s3:::a/*", "arn:aws:s3:::*b"),
        Gen.Int[0, 11],
        (effect, action, other, resource, another, twist) => Statement(effect, action, other, resource, another, twist));

    private static readonly Gen<string> _condition = Gen.OneOf(
        "", "", "",
        ""","Condition":{"StringEquals":{"aws:username":"Ana"}}""",
        ""","Condition":{"StringEquals":{"aws:username":"Ben"}}""",
        ""","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}""",
        ""","Condition":{"ForAllValues:StringNotLike":{"aws:TagKeys":"x*"}}""",
        ""","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1","aws:username":"Ben"}}""");

    private static readonly Gen<string[]> _policy = Gen.Select(_statement, _condition, (statement, condition) => statement + condition + "}").Array[1, 3];

    /// <summary>Any world.</summary>
    public static Gen<PolicyWorld> Any { get; } = Gen.Select(
        _policy.Array[1, 3], _policy.Array[0, 1], _policy.Array[0, 1], _policy.Array[0, 2], _policy.Array[0, 1],
        (identity, boundary, session, serviceControl, resourceControl) => new PolicyWorld
        {
            Identity = identity,
            Boundary = boundary,
            Session = session,
            ServiceControl = serviceControl,
            ResourceControl = resourceControl,
        });

    /// <summary>One statement.</summary>
    public static Gen<string> OneStatement { get; } = Gen.Select(_statement, _condition, (statement, condition) => statement + condition + "}");

    public static string[] Actions { get; } = ["s3:GetObject", "s3:PutObject", "s3:GetBucketPolicy", "ec2:RunInstances", "ec2:StopInstances", "kms:Decrypt", "iam:PassRole"];

    /// <summary>Policies, each the texts of its statements.</summary>
    public required string[][] Identity { get; init; }

    public required string[][] Boundary { get; init; }

    public required string[][] Session { get; init; }

    /// <summary>A policy a level.</summary>
    public required string[][] ServiceControl { get; init; }

    public required string[][] ResourceControl { get; init; }

    public static Caller Ana { get; } = Caller.Parse($"arn:aws:iam::{Account}:user/Ana");

    public PolicySet Policies => new()
    {
        Identity = [.. Identity.Select(Held)],
        Boundary = Boundary is [var boundary] ? Held(boundary) : null,
        Session = Session is [var session] ? [Held(session)] : null,
        ServiceControl = [.. ServiceControl.Select(level => (IReadOnlyList<HeldPolicy>)[Held(level)])],
        ResourceControl = [.. ResourceControl.Select(level => (IReadOnlyList<HeldPolicy>)[Held(level)])],
    };

    /// <summary>Patterns that its statements name, as they are for Ana.</summary>
    public IEnumerable<Glob> Patterns() =>
        Policies.Identity.Concat(Policies.Boundary is { } boundary ? [boundary] : []).Concat(Policies.Session ?? [])
            .Concat(Policies.ServiceControl.SelectMany(level => level)).Concat(Policies.ResourceControl.SelectMany(level => level))
            .SelectMany(held => held.Policy.Statements).SelectMany(statement => statement.Resources!)
            .Select(pattern => Glob.Parse(pattern.Replace("${aws:username}", "Ana", StringComparison.Ordinal)
                .Replace("${aws:SourceVpc}", "*", StringComparison.Ordinal).Replace("${aws:PrincipalTag/none}", "none", StringComparison.Ordinal)));

    public static AccessRequest Request(string action, string resource) => new()
    {
        Caller = Ana,
        Action = action,
        Resource = resource,
        ResourceAccount = AccountId.Parse(Account),
        Context = RequestContext.Unknown,
    };

    public override string ToString() =>
        $"identity {Texts(Identity)} boundary {Texts(Boundary)} session {Texts(Session)} scp {Texts(ServiceControl)} rcp {Texts(ResourceControl)}";

    /// <summary>Some are managed, which are added up in another way than inline ones.</summary>
    private static HeldPolicy Held(string[] statements) =>
        Requests.Held(
            "p", $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""",
            statements.Length == 2 ? "arn:aws:iam::aws:policy/p" : null);

    private static string Texts(string[][] policies) => string.Join(" | ", policies.Select(one => string.Join(' ', one)));

    /// <summary>Without its closing brace, so that a condition can follow.</summary>
    private static string Statement(int effect, string action, string other, string resource, string another, int twist) =>
        $$"""
        {"Effect":"{{(effect == 0 ? "Deny" : "Allow")}}","{{(twist == 0 ? "NotAction" : "Action")}}":["{{action}}"{{(twist < 4 ? $",\"{other}\"" : "")}}],
        "{{(twist is 1 or 5 ? "NotResource" : "Resource")}}":["{{resource}}"{{(twist is 2 or 5 ? $",\"{another}\"" : "")}}]
        """;
}
