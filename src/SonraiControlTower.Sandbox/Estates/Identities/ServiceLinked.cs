namespace SonraiControlTower.Sandbox;

/// <summary>
/// Roles that AWS services own
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">service-linked roles</see>).
/// </summary>
internal static class ServiceLinked
{
    public static IEnumerable<Inhabitant> Everywhere =>
    [
        Role("AWSServiceRoleForOrganizations", "organizations.amazonaws.com", "AWSOrganizationsServiceTrustPolicy"),
        Role("AWSServiceRoleForSSO", "sso.amazonaws.com", "AWSSSOServiceRolePolicy", new Habit("iam:GetRole", "AWSReservedSSO_Viewer", 1)),
        Role(
            "AWSServiceRoleForConfig", "config.amazonaws.com", "AWSConfigServiceRolePolicy",
            new("iam:GetAccountAuthorizationDetails", "", 1), new("ec2:DescribeSecurityGroups", "", 4), new("ec2:DescribeVpcs", "", 3), new("s3:ListBuckets", "", 2)),
    ];

    public static Inhabitant Containers => Role(
        "AWSServiceRoleForECS", "ecs.amazonaws.com", "AmazonECSServiceRolePolicy", new("elasticloadbalancing:DescribeTargetHealth", "service", 5), new("ec2:DescribeNetworkInterfaces", "", 5));

    public static Inhabitant Scaling => Role(
        "AWSServiceRoleForAutoScaling", "autoscaling.amazonaws.com", "AutoScalingServiceRolePolicy", new("ec2:DescribeInstances", "", 6), new("elasticloadbalancing:DescribeTargetHealth", "service", 4));

    private static Inhabitant Role(string name, string service, string policy, params IEnumerable<Habit> habits) =>
        Inhabitant.Role(name, Trust.ServiceLinked(service)) with
        {
            Path = $"/aws-service-role/{service}/",
            Managed = [$"aws-service-role/{policy}"],
            Habits = [.. habits],
        };
}
