namespace SonraiControlTower;

/// <summary>What the collector role is to be, the same in every account; and, on request, the role for remediation beside it.</summary>
public sealed record CollectorRole
{
    private const int LongestName = 64;

    /// <summary>The account that the collectors run in, which alone may assume the role.</summary>
    public required AccountId CollectorAccount { get; init; }

    /// <summary>What the collector must say to assume it.</summary>
    public required ExternalId ExternalId { get; init; }

    /// <summary>Anything that IAM does not take as a name throws <c>MalformedAwsName</c>.</summary>
    public string Name
    {
        get;
        init => field = AwsNames.Iam(value, LongestName);
    } = RegistrationPlan.DefaultRoleName;

    /// <summary><c>/</c>, or <c>/…/</c>. Anything else throws <c>MalformedAwsName</c>.</summary>
    public string Path
    {
        get;
        init => field = AwsNames.IamPath(value);
    } = "/";

    /// <summary>A word of <see cref="SonraiControlTower.PolicyChoice"/>.</summary>
    public string PolicyChoice { get; init; } = SonraiControlTower.PolicyChoice.SecurityAuditViewOnly;

    /// <summary>The keys that trails are encrypted with, by ARN.</summary>
    public IReadOnlyList<string> KmsKeyArns { get; init; } = [];

    /// <summary>The policy that bounds the role, by ARN; null for none.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The name of the role for remediation; null for none. It is a role of its own, for the collector's can change nothing.</summary>
    public string? BotRoleName
    {
        get;
        init => field = value is null ? null : AwsNames.Iam(value, LongestName);
    }

    /// <summary>The collector role, to be rolled out.</summary>
    public RoleDeployment Deploy(RoleTemplates templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        return new(templates.Collector, Name, Path, "Lets the Sonrai collector read the account.",
        [
            .. Shared,
            new(RoleParameter.PolicyChoice, PolicyChoice),
            new(RoleParameter.KmsKeyArns, string.Join(',', KmsKeyArns)),
        ]);
    }

    /// <summary>The role for remediation, to be rolled out by a stack set of its own; null where none is wanted.</summary>
    public RoleDeployment? DeployBot(RoleTemplates templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        return BotRoleName is null
            ? null
            : new(templates.Bot, BotRoleName, Path, "Lets Sonrai's remediation change the account.", [.. Shared, new(RoleParameter.BotRoleName, BotRoleName)]);
    }

    private IReadOnlyList<TemplateParameter> Shared =>
    [
        new(RoleParameter.CollectorAccount, CollectorAccount.ToString()),
        new(RoleParameter.CollectorExternalId, ExternalId.Reveal()),
        new(RoleParameter.RoleName, Name),
        new(RoleParameter.RolePath, Path),
        new(RoleParameter.PermissionsBoundaryArn, PermissionsBoundaryArn ?? ""),
    ];
}

/// <summary>A role as a template with its parameters.</summary>
/// <param name="TemplateBody">The template as text.</param>
/// <param name="RoleName">The name that the role has in every account.</param>
/// <param name="RolePath">Its path.</param>
/// <param name="Description">What it is for, in words.</param>
/// <param name="Parameters">Every parameter of the template.</param>
public sealed record RoleDeployment(
    string TemplateBody, string RoleName, string RolePath, string Description, IReadOnlyList<TemplateParameter> Parameters);
