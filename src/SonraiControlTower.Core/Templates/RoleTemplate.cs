using System.Text;

namespace SonraiControlTower;

/// <summary>
/// A CloudFormation template that this module brings along; the file lies in <c>src/CloudFormation</c>. Every session needs its text, a sandbox
/// too, so Core carries it.
/// </summary>
public sealed record RoleTemplate
{
    private RoleTemplate(string file, string roleNameParameter, string roleArnOutput)
    {
        File = file;
        RoleNameParameter = roleNameParameter;
        RoleArnOutput = roleArnOutput;
        Body = Read(file);
    }

    /// <summary>The role that the collector reads an account through: <see cref="RoleTemplateParameters"/> has what it takes.</summary>
    public static RoleTemplate Collector { get; } = new("collector-role.yaml", RoleTemplateParameters.RoleName, "RoleArn");

    /// <summary>The role that remediation changes an account through; opt-in, and apart from the other.</summary>
    public static RoleTemplate Bot { get; } = new("bot-role.yaml", RoleTemplateParameters.BotRoleName, "BotRoleArn");

    /// <summary>The name of the file.</summary>
    public string File { get; }

    /// <summary>The text, with line feeds.</summary>
    public string Body { get; }

    /// <summary>Which parameter names the role that it makes.</summary>
    public string RoleNameParameter { get; }

    /// <summary>Which output has the ARN of the role that it makes.</summary>
    public string RoleArnOutput { get; }

    /// <summary>What must be allowed to CloudFormation, since the role has a name.</summary>
    public IReadOnlyList<string> Capabilities { get; } = ["CAPABILITY_NAMED_IAM"];

    public override string ToString() => File;

    internal static string Read(string file)
    {
        using var stream = typeof(RoleTemplate).Assembly.GetManifestResourceStream($"CloudFormation/{file}")
            ?? throw new InvalidOperationException($"The assembly lacks its template '{file}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>The names of the templates' parameters. Those that Sonrai's own integration has are called as there.</summary>
public static class RoleTemplateParameters
{
    /// <summary>The account that may assume the role: twelve digits.</summary>
    public const string CollectorAccount = nameof(CollectorAccount);

    /// <summary>The external id; it has no default and is not shown.</summary>
    public const string CollectorExternalId = nameof(CollectorExternalId);

    /// <summary>The collector role's name; in the bot's template, the role that the bot must leave alone.</summary>
    public const string RoleName = nameof(RoleName);

    /// <summary>The bot role's name.</summary>
    public const string BotRoleName = nameof(BotRoleName);

    /// <summary>The role's path.</summary>
    public const string RolePath = nameof(RolePath);

    /// <summary>The policy that bounds the role; empty for none.</summary>
    public const string PermissionsBoundaryArn = nameof(PermissionsBoundaryArn);

    /// <summary>A word of <see cref="CollectorPolicy"/>; the collector's template only.</summary>
    public const string PolicyChoice = nameof(PolicyChoice);

    /// <summary>The keys of trails, joined by commas; empty for none. The collector's template only.</summary>
    public const string KmsKeyArns = nameof(KmsKeyArns);
}

/// <summary>What the collector may read.</summary>
public static class CollectorPolicy
{
    /// <summary>Configuration and logs: AWS's SecurityAudit and job-function/ViewOnlyAccess.</summary>
    public const string SecurityAuditViewOnly = nameof(SecurityAuditViewOnly);

    /// <summary>The data in the account's resources besides: AWS's ReadOnlyAccess, as Sonrai's own integration has it.</summary>
    public const string ReadOnlyAccess = nameof(ReadOnlyAccess);
}
