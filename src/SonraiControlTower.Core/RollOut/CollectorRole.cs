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

    /// <summary>A word of <see cref="CollectorPolicy"/>.</summary>
    public string PolicyChoice { get; init; } = CollectorPolicy.SecurityAuditViewOnly;

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
    public RoleDeployment Deploy() => new(RoleTemplate.Collector, Name, Path, "Lets the Sonrai collector read the account.",
    [
        .. Shared,
        new(RoleTemplateParameters.PolicyChoice, PolicyChoice),
        new(RoleTemplateParameters.KmsKeyArns, string.Join(',', KmsKeyArns)),
    ]);

    /// <summary>The role for remediation, to be rolled out by a stack set of its own; null where none is wanted.</summary>
    public RoleDeployment? DeployBot() => BotRoleName is null
        ? null
        : new(RoleTemplate.Bot, BotRoleName, Path, "Lets Sonrai's remediation change the account.",
        [
            .. Shared,
            new(RoleTemplateParameters.BotRoleName, BotRoleName),
        ]);

    private IReadOnlyList<TemplateParameter> Shared =>
    [
        new(RoleTemplateParameters.CollectorAccount, CollectorAccount.ToString()),
        new(RoleTemplateParameters.CollectorExternalId, ExternalId.Reveal()),
        new(RoleTemplateParameters.RoleName, Name),
        new(RoleTemplateParameters.RolePath, Path),
        new(RoleTemplateParameters.PermissionsBoundaryArn, PermissionsBoundaryArn ?? ""),
    ];
}

/// <summary>A role as a template with its parameters.</summary>
/// <param name="Template">The template.</param>
/// <param name="RoleName">The name that the role has in every account.</param>
/// <param name="RolePath">Its path.</param>
/// <param name="Description">What it is for, in words.</param>
/// <param name="Parameters">Every parameter of the template.</param>
public sealed record RoleDeployment(
    RoleTemplate Template, string RoleName, string RolePath, string Description, IReadOnlyList<TemplateParameter> Parameters);
