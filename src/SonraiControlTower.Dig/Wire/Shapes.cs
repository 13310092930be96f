using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>A list query's answer. For the cards read here <c>count</c> is the total, not what the page holds.</summary>
internal sealed record Card<T>(int? Count, IReadOnlyList<T>? Items);

internal sealed record WireCollector(string? Name, string? Srn);

internal sealed record WireCloudAccount(string? Srn, string? CloudType, JsonElement? Blob);

/// <summary>A token, listed or just made; only the latter has <see cref="Token"/>.</summary>
internal sealed record WireToken(string? Name, string? Srn, JsonElement? CreatedDate, JsonElement? ExpireAt, string? Token)
{
    // A record would print its members, and one of them is the secret.
    public override string ToString() => "(token)";
}

internal sealed record WireUser(string? Srn, string? Email, string? Name = null);

/// <summary><see cref="RequiredPermissions"/> is text or a list, <see cref="Version"/> a date or a number: neither is public.</summary>
internal sealed record WireBot(
    string? Srn,
    string? Title,
    string? Description,
    string? Cloud,
    string? Operation,
    string? RemediationType,
    JsonElement? RequiredPermissions,
    JsonElement? Version);

internal sealed record WireSchemaType(IReadOnlyList<WireSchemaField>? Fields, IReadOnlyList<WireSchemaField>? InputFields);

internal sealed record WireSchemaField(string? Name);

internal sealed record WireSwimlane(
    string? Srn,
    string? Title,
    string? ResourceId,
    string? Description,
    IReadOnlyList<string?>? Accounts,
    IReadOnlyList<string?>? ResourceIds,
    IReadOnlyList<string?>? Names,
    IReadOnlyList<string?>? Tags,
    IReadOnlyList<string?>? Environments,
    int? DefaultImportance);

/// <summary>A framework; <see cref="Swimlanes"/> only where the tenant tells.</summary>
internal sealed record WireFramework(
    string? Srn, string? Title, string? Description, bool? Enabled, Card<WireTitled>? Contains, Card<WireTitled>? Swimlanes);

internal sealed record WireTitled(string? Srn, string? Title);

internal sealed record WireSearch(string? Name, string? Srn);

internal sealed record WireSearchRun(JsonElement? Query);

internal sealed record WireAuditEvent(
    string? Srn,
    string? ActorSrn,
    JsonElement? CreatedDate,
    string? ResourceSrn,
    string? ActionType,
    string? EventName,
    string? Message,
    WireUser? Actor);
