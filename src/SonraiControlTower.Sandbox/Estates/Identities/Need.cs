namespace SonraiControlTower.Sandbox;

/// <summary>What a program uses of one resource: the calls that it makes are what its policy allows it.</summary>
/// <param name="Sid">The statement's.</param>
/// <param name="Calls">Words of <see cref="Sandbox.Calls"/>, with spaces between.</param>
/// <param name="On">What the calls are about.</param>
/// <param name="Resources">The ARNs, with spaces between.</param>
/// <param name="Times">How often it makes each.</param>
internal sealed record Need(string Sid, string Calls, string On, string Resources, int Times)
{
    private const string Region = "eu-west-1";

    public Grant Grant => new(Sid, string.Join(' ', Words.Select(word => Sandbox.Calls.Of(word).Action).Distinct().Order(StringComparer.Ordinal)), Resources);

    public IEnumerable<Habit> Habits => Words.Select(word => new Habit(word, On, Times));

    private string[] Words => Calls.Split(' ');

    public static Need Table(AccountId account, string name, string verbs, int times = 12) =>
        new("Table", Of("dynamodb", verbs), name, $"arn:aws:dynamodb:{Region}:{account}:table/{name}", times);

    public static Need Bucket(string name, string verbs, string prefix = "", int times = 10) =>
        new("Objects", Of("s3", verbs), $"{name}|{prefix}", $"arn:aws:s3:::{name} arn:aws:s3:::{name}/{prefix}*", times);

    public static Need Queue(AccountId account, string name, string verbs, int times = 8) =>
        new("Queue", Of("sqs", verbs), name, $"arn:aws:sqs:{Region}:{account}:{name}", times);

    public static Need Topic(AccountId account, string name, int times = 6) =>
        new("Topic", "sns:Publish", name, $"arn:aws:sns:{Region}:{account}:{name}", times);

    public static Need Stream(AccountId account, string name, string verbs, int times = 15) =>
        new("Stream", Of("kinesis", verbs), name, $"arn:aws:kinesis:{Region}:{account}:stream/{name}", times);

    public static Need Key(AccountId account, string name, string verbs = "Decrypt", int times = 6) =>
        new("Key", Of("kms", verbs), KeyId(account, name), KeyArn(account, name), times);

    public static Need Secret(AccountId account, string name, int times = 5) =>
        new("Secret", "secretsmanager:GetSecretValue", name, $"arn:aws:secretsmanager:{Region}:{account}:secret:{name}-??????", times);

    public static Need Function(AccountId account, string name, int times = 8) =>
        new("Function", "lambda:Invoke", name, $"arn:aws:lambda:{Region}:{account}:function:{name}", times);

    /// <summary>The id of a key of the estate.</summary>
    public static string KeyId(AccountId account, string name) => StableId.Uuid(account.ToString(), name);

    public static string KeyArn(AccountId account, string name) => $"arn:aws:kms:{Region}:{account}:key/{KeyId(account, name)}";

    private static string Of(string service, string verbs) => string.Join(' ', verbs.Split(' ').Select(verb => $"{service}:{verb}"));
}
