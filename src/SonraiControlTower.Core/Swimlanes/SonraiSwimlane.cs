namespace SonraiControlTower;

/// <summary>A swimlane of Dig: a part of the estate, by accounts, resources, names, tags or environments.</summary>
public sealed record SonraiSwimlane
{
    private const string GlobalEnd = "::Swimlane/Global";

    /// <summary>Its title in the Sonrai portal.</summary>
    public required string Title { get; init; }

    /// <summary>Sonrai's resource name of it.</summary>
    public required string Srn { get; init; }

    /// <summary>The last part of the SRN, as Dig tells it.</summary>
    public string? ResourceId { get; init; }

    public string? Description { get; init; }

    /// <summary>The numbers of the cloud accounts that belong to it.</summary>
    public IReadOnlyList<string> Accounts { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Patterns of resource ids, such as <c>*billing*</c>.</summary>
    public IReadOnlyList<string> ResourceIds { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Patterns of resource names.</summary>
    public IReadOnlyList<string> Names { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Tags of the resources that belong to it.</summary>
    public IReadOnlyList<string> Tags { get; init => field = Arrays.Of(value); } = [];

    /// <summary>The environments it stands for, such as <c>Production</c>.</summary>
    public IReadOnlyList<string> Environments { get; init => field = Arrays.Of(value); } = [];

    /// <summary>How much its resources matter, 0 to 10; null where the tenant did not say.</summary>
    public int? DefaultImportance { get; init; }

    /// <summary>True for the one swimlane that holds everything.</summary>
    public bool IsGlobal => Srn.EndsWith(GlobalEnd, StringComparison.Ordinal);

    /// <summary>A tenant's global swimlane.</summary>
    public static SonraiSwimlane GlobalOf(string tenant) => new()
    {
        Title = "Global",
        Srn = $"srn:{tenant}{GlobalEnd}",
        ResourceId = "Global",
        Description = "Everything",
    };

    public override string ToString() => Title;
}
