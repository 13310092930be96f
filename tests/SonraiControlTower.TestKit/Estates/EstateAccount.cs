using System.Text.Json.Nodes;

namespace SonraiControlTower.TestKit;

/// <summary>One account of a made-up estate: its identities, as <c>aws iam get-account-authorization-details</c> writes them.</summary>
internal sealed class EstateAccount
{
    private static readonly string[] _kinds = ["function", "function", "function", "server", "server", "build", "person", "service"];

    private static readonly string[] _services =
    [
        "s3", "ec2", "dynamodb", "lambda", "sqs", "sns", "kms", "logs", "cloudwatch", "ecs", "ecr", "rds", "ssm", "athena", "glue", "route53", "secretsmanager",
        "cloudformation", "elasticloadbalancing", "autoscaling", "events", "states", "kinesis", "firehose", "redshift", "elasticache", "iam", "sts", "organizations",
    ];

    private readonly EstateNumbers _numbers;

    public EstateAccount(string id, EstateOptions options, int seed)
    {
        Id = id;
        _numbers = new EstateNumbers(seed);
        Managed = [AwsManaged("AdministratorAccess", ["*"]), AwsManaged("ReadOnlyAccess", Verbs("Get*", "List*", "Describe*")), AwsManaged("PowerLike", Verbs("*"))];
        var own = Enumerable.Range(0, Math.Max(4, options.Roles / 4)).Select(Own).ToArray();
        Groups = [.. Enumerable.Range(0, Math.Max(2, options.Roles / 50)).Select(n => Group($"group-{n:00}"))];
        Principals = [.. Enumerable.Range(0, options.Roles).Select(Role), .. Enumerable.Range(0, Math.Max(2, options.Roles / 10)).Select(User)];
        Policies = [.. own, Boundary()];
        foreach (var principal in Principals.Where(one => one.Kind != "service"))
        {
            Attach(principal.Detail, own);
        }
    }

    public string Id { get; }

    public IReadOnlyList<EstatePrincipal> Principals { get; }

    private IReadOnlyList<JsonObject> Groups { get; }

    private IReadOnlyList<JsonObject> Policies { get; }

    private IReadOnlyList<JsonObject> Managed { get; }

    public string ToJson() => new JsonObject
    {
        ["UserDetailList"] = Of(Principals.Where(one => one.IsUser).Select(one => one.Detail)),
        ["GroupDetailList"] = Of(Groups),
        ["RoleDetailList"] = Of(Principals.Where(one => !one.IsUser).Select(one => one.Detail)),
        [nameof(Policies)] = Of([.. Policies, .. Managed]),
    }.ToJsonString();

    private static JsonArray Of(IEnumerable<JsonObject> items) => [.. items.Select(JsonNode (item) => item)];

    private static JsonArray Of(IEnumerable<string> items) => [.. items.Select(JsonNode (item) => item)];

    private static string[] Verbs(params string[] verbs) => [.. _services.SelectMany(service => verbs.Select(verb => $"{service}:{verb}"))];

    private static JsonObject Document(params JsonNode[] statements) => new() { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) };

    private static JsonObject Allow(IEnumerable<string> actions, params string[] resources) =>
        new() { ["Effect"] = "Allow", ["Action"] = Of(actions), ["Resource"] = resources.Length == 0 ? "*" : Of(resources) };

    private static JsonObject Trust(JsonNode principal) =>
        Document(new JsonObject { ["Effect"] = "Allow", ["Principal"] = principal, ["Action"] = "sts:AssumeRole" });

    private static JsonObject AwsManaged(string name, string[] actions) => Policy(name, $"arn:aws:iam::aws:policy/{name}", Document(Allow(actions)));

    private static JsonObject Policy(string name, string arn, JsonObject document) => new()
    {
        ["PolicyName"] = name,
        ["PolicyId"] = $"ANPA{name.ToUpperInvariant().Replace("-", "X", StringComparison.Ordinal).PadRight(17, 'X')[..17]}",
        ["Arn"] = arn,
        ["Path"] = "/",
        ["DefaultVersionId"] = "v1",
        ["AttachmentCount"] = 1,
        ["PermissionsBoundaryUsageCount"] = 0,
        ["IsAttachable"] = true,
        ["CreateDate"] = "2024-03-01T10:00:00+00:00",
        ["UpdateDate"] = "2024-03-01T10:00:00+00:00",
        ["PolicyVersionList"] = new JsonArray(new JsonObject
        {
            ["Document"] = document,
            ["VersionId"] = "v1",
            ["IsDefaultVersion"] = true,
            ["CreateDate"] = "2024-03-01T10:00:00+00:00",
        }),
    };

    private JsonObject Own(int number)
    {
        var statements = Enumerable.Range(0, 1 + _numbers.Below(4)).Select(n => Some($"own-{number}-{n}")).ToArray();
        return Policy($"own-{number:0000}", $"arn:aws:iam::{Id}:policy/own-{number:0000}", Document([.. statements]));
    }

    private JsonObject Boundary() => Policy("boundary", $"arn:aws:iam::{Id}:policy/boundary", Document(
        new JsonObject { ["Effect"] = "Allow", ["NotAction"] = Of(["iam:*", "organizations:*"]), ["Resource"] = "*" },
        Allow(["iam:Get*", "iam:List*", "iam:PassRole"])));

    /// <summary>A statement as people write them: some calls of a kind, or a service's wildcard; now and then a condition, a NotAction or a Deny.</summary>
    private JsonObject Some(string name)
    {
        var roll = _numbers.Below(100);
        if (roll < 4)
        {
            return new JsonObject { ["Effect"] = "Allow", ["NotAction"] = Of(["iam:*", "organizations:*", "account:*"]), ["Resource"] = "*" };
        }

        if (roll < 10)
        {
            return new JsonObject { ["Effect"] = "Deny", ["Action"] = Of(["iam:CreateUser", "s3:DeleteBucket"]), ["Resource"] = "*" };
        }

        var calls = EstateCalls.Of(_numbers.Of(_kinds));
        var actions = roll < 50 ? calls.Select(call => call.Action).Distinct() : [$"{_numbers.Of(_services)}:*", _numbers.Of(calls).Action];
        var statement = Allow(actions, roll % 2 == 0 ? [] : [$"arn:aws:s3:::{name}-{Id}", $"arn:aws:s3:::{name}-{Id}/*"]);
        if (roll % 8 == 0)
        {
            statement["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["aws:RequestedRegion"] = Of(["us-east-1", "eu-west-1"]) } };
        }

        return statement;
    }

    private EstatePrincipal Role(int number)
    {
        var kind = _numbers.Of(_kinds);
        var (path, name) = kind switch
        {
            "service" => ("/aws-service-role/autoscaling.amazonaws.com/", $"AWSServiceRoleForThing{number:0000}"),
            "person" => ("/aws-reserved/sso.amazonaws.com/", $"AWSReservedSSO_Set{number:000}_{_numbers.Hex()[..16]}"),
            _ => ("/", $"{kind}-{number:0000}"),
        };
        var arn = $"arn:aws:iam::{Id}:role{path}{name}";
        JsonNode trusted = kind == "build" ? new JsonObject { ["AWS"] = $"arn:aws:iam::{Id}:root" } : new JsonObject { ["Service"] = "lambda.amazonaws.com" };
        var detail = Identity("Role", name, arn, path, "AROA", number);
        detail["AssumeRolePolicyDocument"] = Trust(trusted);
        detail["InstanceProfileList"] = new JsonArray();
        detail["RolePolicyList"] = Inline(name);
        detail["RoleLastUsed"] = new JsonObject();
        return new EstatePrincipal(kind, IsUser: false, arn, name, detail["RoleId"]!.GetValue<string>(), detail);
    }

    private EstatePrincipal User(int number)
    {
        var name = $"user-{number:000}";
        var detail = Identity("User", name, $"arn:aws:iam::{Id}:user/{name}", "/", "AIDA", number);
        detail["UserPolicyList"] = Inline(name);
        detail["GroupList"] = Of(_numbers.Below(2) == 0 ? [] : [_numbers.Of(Groups)["GroupName"]!.GetValue<string>()]);
        return new EstatePrincipal("person", IsUser: true, $"arn:aws:iam::{Id}:user/{name}", name, detail["UserId"]!.GetValue<string>(), detail);
    }

    private JsonObject Group(string name)
    {
        var detail = Identity("Group", name, $"arn:aws:iam::{Id}:group/{name}", "/", "AGPA", name.Length);
        detail["GroupPolicyList"] = Inline(name);
        detail["AttachedManagedPolicies"] = new JsonArray(Attached(_numbers.Of(Managed)));
        return detail;
    }

    private JsonObject Identity(string kind, string name, string arn, string path, string prefix, int number) => new()
    {
        ["Path"] = path,
        [$"{kind}Name"] = name,
        [$"{kind}Id"] = $"{prefix}{_numbers.Hex().ToUpperInvariant()[..13]}{number:0000}",
        ["Arn"] = arn,
        ["CreateDate"] = "2024-05-01T10:00:00+00:00",
    };

    private JsonArray Inline(string name) => [.. Enumerable.Range(0, _numbers.Below(3)).Select(JsonNode (n) => new JsonObject
    {
        ["PolicyName"] = $"inline-{n}", ["PolicyDocument"] = Document(Some($"{name.ToLowerInvariant()}-{n}")),
    })];

    private void Attach(JsonObject detail, JsonObject[] own)
    {
        var attached = new[] { _numbers.Of(own), _numbers.Below(3) == 0 ? _numbers.Of(Managed) : _numbers.Of(own) }.Distinct();
        detail["AttachedManagedPolicies"] = Of(attached.Select(Attached));
        if (_numbers.Below(4) == 0)
        {
            detail["PermissionsBoundary"] = new JsonObject { ["PermissionsBoundaryType"] = "Policy", ["PermissionsBoundaryArn"] = $"arn:aws:iam::{Id}:policy/boundary" };
        }
    }

    private static JsonObject Attached(JsonObject policy) => new() { ["PolicyName"] = policy["PolicyName"]!.DeepClone(), ["PolicyArn"] = policy["Arn"]!.DeepClone() };
}

/// <summary>A user or role of a made-up estate.</summary>
internal sealed record EstatePrincipal(string Kind, bool IsUser, string Arn, string Name, string UniqueId, JsonObject Detail);
