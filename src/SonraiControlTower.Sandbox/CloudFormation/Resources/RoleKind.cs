using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Roles
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html">AWS::IAM::Role</see>).
/// </summary>
internal sealed class RoleKind : IResourceKind
{
    private const string Name = "RoleName";
    private const string Trust = "AssumeRolePolicyDocument";
    private const string Managed = "ManagedPolicyArns";
    private const string Boundary = "PermissionsBoundary";

    public string Type => "AWS::IAM::Role";

    public string NameProperty => Name;

    public IReadOnlyList<string> Properties { get; } =
        [Name, Trust, Managed, Boundary, "Description", "MaxSessionDuration", "Path", "Policies", "Tags"];

    public string Create(ResourceContext context, JsonObject properties)
    {
        var name = properties.Text(Name) ?? context.GivenName();
        if (context.Iam.Role(name) is { StackId: { } other })
        {
            throw HandlerWords.Owned(name, other);
        }

        var role = context.Zone.Roles.Create(context.Caller, new NewRole
        {
            Name = name,
            Path = properties.Text("Path") ?? "/",
            TrustPolicy = properties.Document(Trust),
            Description = properties.Text("Description"),
            MaxSessionDuration = properties.Seconds("MaxSessionDuration"),
            PermissionsBoundaryArn = properties.Text(Boundary),
            Tags = properties.Tags(context),
        });
        role.StackId = context.StackId;
        try
        {
            SetPolicies(context, role.Identity, [], properties);
        }
        catch (AwsFault)
        {
            context.Iam.Remove(role);
            throw;
        }

        return name;
    }

    public bool MustReplace(JsonObject before, JsonObject after) =>
        before.Text(Name) != after.Text(Name) || (before.Text("Path") ?? "/") != (after.Text("Path") ?? "/");

    public void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        var (roles, caller) = (context.Zone.Roles, context.Caller);
        var trust = after.Document(Trust);
        var role = roles.Modifiable(caller, "iam:GetRole", physicalId);
        if (role.Trust.Json != trust.Json)
        {
            roles.UpdateTrust(caller, physicalId, trust);
        }

        if (before.Text("Description") != after.Text("Description") || before.Seconds("MaxSessionDuration") != after.Seconds("MaxSessionDuration"))
        {
            roles.Update(caller, physicalId, after.Text("Description") ?? string.Empty, after.Seconds("MaxSessionDuration") ?? TimeSpan.FromHours(1));
        }

        if (before.Text(Boundary) != after.Text(Boundary))
        {
            roles.SetBoundary(caller, physicalId, after.Text(Boundary));
        }

        var tags = after.Tags(context);
        roles.Untag(caller, physicalId, [.. role.Tags.Keys.Except(tags.Keys)]);
        roles.Tag(caller, physicalId, tags);
        SetPolicies(context, role.Identity, before, after);
    }

    public void Delete(ResourceContext context, string physicalId, JsonObject properties)
    {
        // CloudFormation takes away what it gave. What somebody else attached stays, and then IAM refuses.
        if (context.Iam.Role(physicalId) is { } role)
        {
            SetPolicies(context, role.Identity, properties, []);
            context.Zone.Roles.Delete(context.Caller, physicalId);
        }
    }

    public string? Attribute(ResourceContext context, string physicalId, string attribute) => attribute switch
    {
        "Arn" => context.Iam.Role(physicalId)?.Arn,
        "RoleId" => context.Iam.Role(physicalId)?.Id,
        _ => null,
    };

    private static void SetPolicies(ResourceContext context, IamIdentity role, JsonObject before, JsonObject after)
    {
        var (attachments, caller) = (context.Zone.Attachments, context.Caller);
        foreach (var arn in before.Texts(Managed).Except(after.Texts(Managed)))
        {
            Absent.IsFine(() => attachments.Detach(caller, role, arn));
        }

        foreach (var arn in after.Texts(Managed))
        {
            attachments.Attach(caller, role, arn);
        }

        foreach (var gone in before.InlinePolicies().Select(one => one.Name).Except(after.InlinePolicies().Select(one => one.Name)))
        {
            Absent.IsFine(() => attachments.DeleteInline(caller, role, gone));
        }

        foreach (var policy in after.InlinePolicies())
        {
            attachments.PutInline(caller, role, policy);
        }
    }
}
