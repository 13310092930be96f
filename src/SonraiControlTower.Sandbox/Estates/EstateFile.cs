using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonraiControlTower.Sandbox;

/// <summary>An estate as the data file has it: what a landing zone starts with.</summary>
/// <param name="About">What a reader of the file should know; nothing reads it.</param>
/// <param name="OrganizationId"><c>o-</c> and 10 to 32 letters and digits.</param>
/// <param name="ManagementAccount">The account that pays for and manages the organization.</param>
/// <param name="Collector">The one collector deployment of the estate.</param>
/// <param name="LogArchiveAccount">The account that the organization's trail writes to.</param>
/// <param name="Root">The root of the tree of organizational units.</param>
/// <param name="Swimlanes">The swimlanes of the estate, beside the global one.</param>
internal sealed record EstateFile(
    IReadOnlyList<string> About,
    string OrganizationId,
    string ManagementAccount,
    EstateCollector Collector,
    string LogArchiveAccount,
    EstateUnit Root,
    IReadOnlyList<EstateSwimlane> Swimlanes)
{
    /// <summary>Reads the sample estate, which is made up.</summary>
    public static EstateFile ReadSample()
    {
        using var stream = typeof(EstateFile).Assembly.GetManifestResourceStream("SampleEstate.json")!;
        return JsonSerializer.Deserialize(stream, EstateJson.Default.EstateFile)!;
    }
}

/// <summary>The collector deployment, and the account it runs in.</summary>
internal sealed record EstateCollector(string Name, string Srn, string SecurityAccount);

/// <summary>A swimlane, and the accounts that belong to it.</summary>
internal sealed record EstateSwimlane(
    string Id, string Title, string Description, IReadOnlyList<string> Accounts, IReadOnlyList<string> Environments, int DefaultImportance)
{
    public SonraiSwimlane ToSwimlane() => new()
    {
        Title = Title,
        Srn = $"srn:{LandingZone.Tenant}::Swimlane/{Id}",
        ResourceId = Id,
        Description = Description,
        Accounts = Accounts,
        Environments = Environments,
        DefaultImportance = DefaultImportance,
    };
}

/// <summary>An organizational unit, or the root, with all that is below it.</summary>
internal sealed record EstateUnit(string Id, string Name, IReadOnlyList<EstateAccount> Accounts, IReadOnlyList<EstateUnit> Units)
{
    public IEnumerable<EstateUnit> SelfAndBelow() => Units.SelectMany(unit => unit.SelfAndBelow()).Prepend(this);
}

/// <summary>
/// An account. No <paramref name="Joined"/> means just now; no <paramref name="ClosedDaysAgo"/> means that it is open; not
/// <paramref name="Enrolled"/> means that Control Tower does not govern it, so that it lacks Control Tower's role.
/// </summary>
internal sealed record EstateAccount(
    string Id, string Name, string Email, string JoinedMethod, DateTimeOffset? Joined, int? ClosedDaysAgo = null, bool Enrolled = true);

/// <summary>A word that the file should not have is an error, so that a slip of the pen does not pass for a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EstateFile))]
internal sealed partial class EstateJson : JsonSerializerContext;
