using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>The types of resources that the sandbox makes: those that the module's templates have.</summary>
internal static class ResourceKinds
{
    private static readonly Dictionary<string, IResourceKind> _all =
        new IResourceKind[]
        {
            new RoleKind(), new ManagedPolicyKind(), new RolePolicyKind(), new KeyKind(), new AliasKind(), new SecretKind(), new SecretPolicyKind(),
            new RotationKind(), new FunctionKind(), new PermissionKind(), new MappingKind(), new QueueKind(), new QueuePolicyKind(), new RuleKind(),
            new LogGroupKind(), new AlarmKind(),
        }.ToDictionary(kind => kind.Type);

    private static readonly CustomKind _custom = new();

    public static IResourceKind Of(string type) => CustomKind.Is(type) ? _custom : _all[type];

    /// <exception cref="AwsFault">ValidationError: the sandbox makes no such resource, or the type has no such property.</exception>
    public static void Demand(string type, string logicalId, JsonObject properties)
    {
        if (CustomKind.Is(type))
        {
            _ = properties.ContainsKey(CustomKind.ServiceToken)
                ? true
                : throw AwsFault.Validation($"Properties validation failed for resource {logicalId} with message: [#: required key [ServiceToken] not found]");
            return;
        }

        if (!_all.TryGetValue(type, out var kind))
        {
            throw AwsFault.Validation(
                $"the sandbox makes {string.Join(", ", _all.Keys)} and nothing else, so it cannot make '{logicalId}', which is of the type {type}.");
        }

        if (properties.Select(one => one.Key).FirstOrDefault(name => !kind.Properties.Contains(name) && !name.StartsWith("Fn::", StringComparison.Ordinal)) is { } unknown)
        {
            throw AwsFault.Validation($"Properties validation failed for resource {logicalId} with message: [#: extraneous key [{unknown}] is not permitted]");
        }
    }

    /// <summary>The capability that a template needs
    /// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html">Capabilities</see>).</summary>
    /// <exception cref="AwsFault">InsufficientCapabilitiesException.</exception>
    public static void DemandCapability(Template template, IReadOnlyList<string> capabilities)
    {
        const string Named = "CAPABILITY_NAMED_IAM";
        const string Unnamed = "CAPABILITY_IAM";
        var identities = template.Resources.Where(one => one.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal)).ToList();
        var isNamed = identities.Exists(one => one.Properties.ContainsKey(Of(one.Type).NameProperty));
        if (identities.Count > 0 && !capabilities.Contains(Named) && (isNamed || !capabilities.Contains(Unnamed)))
        {
            throw new AwsFault("InsufficientCapabilitiesException", $"Requires capabilities : [{(isNamed ? Named : Unnamed)}]");
        }
    }
}
