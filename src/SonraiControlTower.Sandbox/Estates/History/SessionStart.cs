namespace SonraiControlTower.Sandbox;

/// <summary>How sessions of roles are called, and how they begin.</summary>
internal static class SessionStart
{
    // An account that is not of the organization.
    private static readonly AccountId _partner = AccountId.Parse("999988887777");

    public static string NameOf(Inhabitant inhabitant, Trust trust, Hours hours)
    {
        var (role, day) = (inhabitant.Identity.Name, hours.DaysAgo);
        var number = day.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return trust switch
        {
            { Kind: SessionKind.SignOn } => PermissionSets.Person(role, day),
            { Kind: SessionKind.Instance } or { By: "ec2.amazonaws.com" } => $"i-0{Hex(role, number)}",
            { Kind: SessionKind.WebIdentity } => "GitHubActions",
            { Kind: SessionKind.ServiceLinked } => trust.By[..trust.By.IndexOf('.', StringComparison.Ordinal)],
            { By: "lambda.amazonaws.com" } => role.EndsWith("-role", StringComparison.Ordinal) ? role[..^"-role".Length] : role,
            { By: "ecs-tasks.amazonaws.com" } => Hex(role, number) + Hex(number, role),
            { By: "glue.amazonaws.com" } => "GlueJobRunnerSession",
            { By: "cloudformation.amazonaws.com" } => "AWSCloudFormation",
            { By: "backup.amazonaws.com" } => "AWSBackup-Backup",
            { By: "sagemaker.amazonaws.com" } => "SageMaker",
            _ => role switch { "larkmoor-deploy" => "release", "DataPlatformAdminRole" => "maren", _ => "session" },
        };
    }

    /// <summary>The record of how a session begins; null where somebody of the estate takes the role on, who has told of it.</summary>
    public static Record? Of(AccountId account, IdentityState role, Trust trust, string name, string region, DateTimeOffset at, Func<string> id)
    {
        var (actor, happening) = trust.Kind switch
        {
            SessionKind.SignOn => (Actor.Federated("SAMLUser", trust.By, name), "AssumeRoleWithSAML"),
            SessionKind.WebIdentity => (Actor.Federated("WebIdentityUser", trust.By, "repo:larkmoor/releases:ref:refs/heads/main"), "AssumeRoleWithWebIdentity"),
            SessionKind.Assumed => (trust.By == "*" || trust.By.Contains(_partner.ToString(), StringComparison.Ordinal) ? Actor.Outsider(_partner, $"AIDA{Hex(role.Name, "partner").ToUpperInvariant()}") : null, "AssumeRole"),
            _ => (Actor.Service(trust.By), "AssumeRole"),
        };
        return actor is null ? null : new Record(at, actor, "sts", happening, region, account.ToString())
        {
            Request = $$"""{"roleArn":"{{role.Arn}}","roleSessionName":"{{name}}","durationSeconds":3600}""",
            Response = $$$"""{"credentials":{"accessKeyId":"{{{StableId.Of("ASIA", role.Arn, name, Json.Time(at))[..20]}}}","expiration":"{{{Json.Time(at.AddHours(1))}}}"},"assumedRoleUser":{"assumedRoleId":"{{{role.Id}}}:{{{name}}}","arn":"arn:aws:sts::{{{account}}}:assumed-role/{{{role.Name}}}/{{{name}}}"}}""",
            RequestId = id(),
            EventId = id(),
            Resources = [$"AWS::IAM::Role {role.Arn}"],
            Host = actor.IsService ? null : $"sts.{region}.amazonaws.com",
        };
    }

    private static string Hex(string one, string other) => StableId.Uuid(one, other).Replace("-", "", StringComparison.Ordinal)[..16];
}
