using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Sandbox;

/// <summary>The tickets that the sandbox starts with, as the data file has them.</summary>
/// <param name="About">What a reader of the file should know; nothing reads it.</param>
/// <param name="Tickets">The tickets.</param>
internal sealed record TicketFile(IReadOnlyList<string> About, IReadOnlyList<TicketFileTicket> Tickets)
{
    /// <summary>Reads the sample tickets, which are made up.</summary>
    public static TicketFile ReadSample()
    {
        using var stream = typeof(TicketFile).Assembly.GetManifestResourceStream("SampleTickets.json")!;
        return JsonSerializer.Deserialize(stream, TicketJson.Default.TicketFile)!;
    }
}

/// <summary>A ticket about an IAM identity. <paramref name="Framework"/> is the id of a framework of the engine's catalogue.</summary>
internal sealed record TicketFileTicket(
    string Id,
    string Title,
    string Severity,
    int SeverityNumeric,
    string ResourceName,
    string ResourceType,
    string Account,
    string Framework,
    int CreatedDaysAgo,
    IReadOnlyList<TicketFilePolicy> Policies)
{
    private string IdentityArn => $"arn:aws:iam::{Account}:{ResourceType.ToLowerInvariant()}/{ResourceName}";

    public SonraiTicket ToTicket(DateTimeOffset now) => new()
    {
        Title = Title,
        Srn = $"srn:{LandingZone.Tenant}::Ticket/{Id}",
        Status = TicketStatus.New,
        Severity = Severity,
        SeverityNumeric = SeverityNumeric,
        ResourceName = ResourceName,
        ResourceSrn = $"srn:aws:iam::{Account}/{ResourceType}/{ResourceType}/{ResourceName}",
        ResourceType = ResourceType,
        Account = Account,
        TicketType = "Policy",
        TicketKey = $"srn:{LandingZone.Tenant}::ControlFramework/{Framework}",
        Policy = Title,
        FrameworkSrns = [$"srn:{LandingZone.Tenant}::ControlFramework/{Framework}"],
        CreatedAt = now.AddDays(-CreatedDaysAgo),
        FirstSeenAt = now.AddDays(-CreatedDaysAgo),
        LastSeenAt = now,
        LastModifiedAt = now.AddDays(-CreatedDaysAgo),
        Evidence = [.. Policies.Select(policy => policy.ToEvidence(Account, IdentityArn))],
    };
}

/// <summary>What a ticket knows of a policy. No <paramref name="Monitored"/> means that nothing of it is used.</summary>
internal sealed record TicketFilePolicy(
    string PolicyName, string? PolicyArn, JsonElement Recommended, JsonElement? Monitored, string MonitoredMessage)
{
    public PolicyEvidence ToEvidence(string account, string identityArn) => new()
    {
        PolicyName = PolicyName,
        PolicySrn = $"srn:aws:iam::{account}/Policy/{(PolicyArn is null ? "InlinePolicy" : "ManagedPolicy")}/{PolicyName}",
        PolicyArn = PolicyArn,
        IdentityArn = identityArn,
        RecommendedPolicy = Compact(Recommended),
        MonitoredPolicy = Monitored is { } document ? Compact(document) : null,
        MonitoredType = Monitored is null ? "detach" : "attach",
        MonitoredMessage = MonitoredMessage,
    };

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json, TicketJson.Default.JsonElement);
}

/// <summary>A word that the file should not have is an error, so that a slip of the pen does not pass for a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TicketFile))]
internal sealed partial class TicketJson : JsonSerializerContext;
