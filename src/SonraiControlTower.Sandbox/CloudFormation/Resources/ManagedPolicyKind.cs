using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Managed policies of the account
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html">AWS::IAM::ManagedPolicy</see>).
/// </summary>
internal sealed class ManagedPolicyKind : IResourceKind
{
    private const string Name = "ManagedPolicyName";
    private const string Document = "PolicyDocument";

    public string Type => "AWS::IAM::ManagedPolicy";

    public string NameProperty => Name;

    public IReadOnlyList<string> Properties { get; } = [Name, Document, "Description", "Path", "Roles"];

    public string Create(ResourceContext context, JsonObject properties)
    {
        var name = properties.Text(Name) ?? context.GivenName();
        if (context.Iam.PolicyNamed(name) is { StackId: { } other })
        {
            throw HandlerWords.Owned(name, other);
        }

        var policy = context.Zone.ManagedPolicies.Create(context.Caller, new NewPolicy
        {
            Name = name,
            Path = properties.Text("Path") ?? "/",
            Document = properties.Document(Document),
            Description = properties.Text("Description"),
        });
        policy.StackId = context.StackId;
        SetRoles(context, policy.Arn, [], properties.Texts("Roles"));
        return policy.Arn;
    }

    public bool MustReplace(JsonObject before, JsonObject after) =>
        before.Text(Name) != after.Text(Name) || before.Text("Path") != after.Text("Path") || before.Text("Description") != after.Text("Description");

    public void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        var policies = context.Zone.ManagedPolicies;
        if (before.Document(Document) != after.Document(Document))
        {
            // CloudFormation makes room: it removes the oldest version that is not in force.
            if (context.Iam.Policy(physicalId)?.Versions is { Count: IamRefusals.MostVersions } full)
            {
                policies.DeleteVersion(context.Caller, physicalId, full.First(version => !version.IsDefault).VersionId);
            }

            policies.CreateVersion(context.Caller, physicalId, after.Document(Document), setAsDefault: true);
        }

        SetRoles(context, physicalId, before.Texts("Roles"), after.Texts("Roles"));
    }

    public void Delete(ResourceContext context, string physicalId, JsonObject properties)
    {
        if (context.Iam.Policy(physicalId) is { } policy)
        {
            SetRoles(context, physicalId, properties.Texts("Roles"), []);
            foreach (var version in policy.Versions.Where(version => !version.IsDefault).ToList())
            {
                policy.Remove(version.VersionId);
            }

            context.Zone.ManagedPolicies.Delete(context.Caller, physicalId);
        }
    }

    public string? Attribute(ResourceContext context, string physicalId, string attribute) => attribute is "PolicyArn" ? physicalId : null;

    private static void SetRoles(ResourceContext context, string arn, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var role in before.Except(after))
        {
            Absent.IsFine(() => context.Zone.Attachments.Detach(context.Caller, IamIdentity.Role(role), arn));
        }

        foreach (var role in after)
        {
            context.Zone.Attachments.Attach(context.Caller, IamIdentity.Role(role), arn);
        }
    }
}
