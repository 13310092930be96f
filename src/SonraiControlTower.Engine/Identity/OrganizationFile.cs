using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>
/// The policies of an organization in a file. Its form is our own, since the AWS CLI has no command that tells of all at once; docs/evaluation.md
/// has it. What <c>aws organizations describe-policy</c> writes may stand in the lists as it is.
/// </summary>
internal static class OrganizationFile
{
    /// <exception cref="FormatException">Something that is needed is not there.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static OrganizationPolicies Read(byte[] text)
    {
        using var file = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var root = file.RootElement;
        var management = Text(root, "ManagementAccountId") ?? Text(root, "MasterAccountId");
        var services = Policies(root, "ServiceControlPolicies");
        var resources = Policies(root, "ResourceControlPolicies");
        return new OrganizationPolicies
        {
            OrganizationId = Text(root, "OrganizationId") ?? throw new FormatException("it has no OrganizationId."),
            ManagementAccount = AccountId.TryParse(management, out var account)
                ? account
                : throw new FormatException($"its ManagementAccountId is '{management}', which is no account."),
            Parents = Parents(root, services.Concat(resources)),
            ServiceControlPolicies = services,
            ResourceControlPolicies = resources,
        };
    }

    /// <summary>The same form again.</summary>
    public static byte[] Write(OrganizationPolicies policies)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("OrganizationId", policies.OrganizationId);
            json.WriteString("ManagementAccountId", policies.ManagementAccount.ToString());
            json.WriteStartObject("Parents");
            foreach (var (child, parent) in policies.Parents.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteString(child, parent);
            }

            json.WriteEndObject();
            Write(json, "ServiceControlPolicies", policies.ServiceControlPolicies);
            Write(json, "ResourceControlPolicies", policies.ResourceControlPolicies);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string list, IReadOnlyList<OrganizationPolicy> policies)
    {
        json.WriteStartArray(list);
        foreach (var policy in policies)
        {
            json.WriteStartObject();
            json.WriteString("Id", policy.Id);
            json.WriteString("Name", policy.Name);
            json.WriteStartArray("Targets");
            foreach (var target in policy.Targets)
            {
                json.WriteStringValue(target);
            }

            json.WriteEndArray();
            json.WriteString("Content", policy.Document.Json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Dictionary<string, string> Parents(JsonElement root, IEnumerable<OrganizationPolicy> policies)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.TryGetProperty("Parents", out var tree) && tree.ValueKind is JsonValueKind.Object)
        {
            foreach (var child in tree.EnumerateObject())
            {
                parents[child.Name] = child.Value.GetString() ?? throw new FormatException($"'{child.Name}' has no parent.");
            }

            return parents;
        }

        // Nothing is told of the tree, but perhaps of its accounts: then these are under all that policies hang on.
        var chain = OrganizationTree.Chain(policies);
        var lowest = chain.Count > 0 ? chain[^1] : "r-root";
        for (var i = 1; i < chain.Count; i++)
        {
            parents[chain[i]] = chain[i - 1];
        }

        foreach (var account in Items(root, "Accounts"))
        {
            parents[(account.ValueKind is JsonValueKind.String ? account.GetString() : Text(account, "Id")) ?? throw new FormatException("one of its Accounts has no Id.")] = lowest;
        }

        return parents;
    }

    private static List<OrganizationPolicy> Policies(JsonElement root, string list)
    {
        List<OrganizationPolicy> policies = [];
        foreach (var item in Items(root, list))
        {
            var summary = item.TryGetProperty("PolicySummary", out var told) ? told : item;
            var id = Text(summary, "Id") ?? throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"number {policies.Count + 1} of its {list} has no Id."));
            policies.Add(new OrganizationPolicy(
                id,
                Text(summary, "Name") ?? id,
                new PolicyDocument(item.TryGetProperty("Content", out var content)
                    ? content.ValueKind is JsonValueKind.String ? content.GetString()! : content.GetRawText()
                    : throw new FormatException($"'{id}' of its {list} has no Content.")),
                [.. Items(item, "Targets").Select(target => (target.ValueKind is JsonValueKind.String ? target.GetString() : Text(target, "TargetId"))
                    ?? throw new FormatException($"a target of '{id}' has no TargetId."))]));
        }

        return policies;
    }

    private static List<JsonElement> Items(JsonElement of, string list) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(list, out var items) && items.ValueKind is JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static string? Text(JsonElement of, string member) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
