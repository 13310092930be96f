namespace SonraiControlTower.Sandbox;

/// <summary>Roles of the programs of the estate, each with a policy for what it needs.</summary>
internal static class Programs
{
    private const string Basic = "service-role/AWSLambdaBasicExecutionRole";

    /// <summary>The role of a function; <c>NAME-role</c>.</summary>
    public static Inhabitant Function(string name, params IEnumerable<Need> needs) => Of($"{name}-role", Trust.Service("lambda.amazonaws.com"), needs) with
    {
        Managed = [Basic],
        Habits = [.. HabitsOf(needs), new Habit("logs:CreateLogStream", $"/aws/lambda/{name}", 5)],
    };

    /// <summary>The role of a task of ECS; <c>NAME-task</c>.</summary>
    public static Inhabitant Task(string name, params IEnumerable<Need> needs) => Of($"{name}-task", Trust.Service("ecs-tasks.amazonaws.com"), needs);

    /// <summary>The role that ECS fetches images with.</summary>
    public static Inhabitant TaskExecution(string name, string repository) => Inhabitant.Role(name, Trust.Service("ecs-tasks.amazonaws.com")) with
    {
        Managed = ["service-role/AmazonECSTaskExecutionRolePolicy"],
        Habits =
        [
            new("ecr:GetAuthorizationToken", "", 8), new("ecr:BatchCheckLayerAvailability", repository, 8), new("ecr:BatchGetImage", repository, 8),
            new("ecr:GetDownloadUrlForLayer", repository, 8), new("logs:CreateLogStream", $"/ecs/{repository}", 8),
        ],
    };

    /// <summary>The role of machines; <c>NAME-instance</c>.</summary>
    public static Inhabitant Instance(string name, params IEnumerable<Need> needs) => Of($"{name}-instance", Trust.Instance, needs) with
    {
        Managed = ["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"],
        HasInstanceProfile = true,
        Habits =
        [
            .. HabitsOf(needs), new("ssm:UpdateInstanceInformation", StableId.Letters(16, name).ToLowerInvariant(), 14), new("ec2:DescribeTags", "", 6),
            new("ec2:DescribeVolumes", "", 4), new("logs:CreateLogStream", $"/ec2/{name}", 4),
        ],
    };

    public static Inhabitant Of(string name, Trust trust, params IEnumerable<Need> needs) => Inhabitant.Role(name, trust) with
    {
        Inline = needs.Any() ? [Grants.Inline("permissions", Numbered(needs.Select(need => need.Grant)))] : [],
        Habits = [.. HabitsOf(needs)],
    };

    private static IEnumerable<Habit> HabitsOf(IEnumerable<Need> needs) => needs.SelectMany(need => need.Habits);

    // A Sid is one statement's of the policy.
    private static IEnumerable<Grant> Numbered(IEnumerable<Grant> grants) => grants
        .GroupBy(grant => grant.Sid)
        .SelectMany(same => same.Select((grant, position) => position == 0 ? grant : grant with { Sid = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{grant.Sid}{position + 1}") }));
}
