namespace SonraiControlTower;

/// <summary>A control framework of Dig: a set of policies that is enabled for the whole estate, or for swimlanes of it.</summary>
public sealed record SonraiControlFramework
{
    /// <summary>Its title in the Sonrai portal. A tenant's copy of a framework of Sonrai's has the same title.</summary>
    public required string Title { get; init; }

    /// <summary>Sonrai's resource name of it.</summary>
    public required string Srn { get; init; }

    public string? Description { get; init; }

    /// <summary>True where it is enabled globally.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The titles of the swimlanes it is enabled for, beside globally; null where the tenant does not tell.</summary>
    public IReadOnlyList<string>? Swimlanes { get; init => field = Arrays.Of(value); }

    /// <summary>The SRNs of <see cref="Swimlanes"/>, in the same order.</summary>
    public IReadOnlyList<string>? SwimlaneSrns { get; init => field = Arrays.Of(value); }

    /// <summary>The titles of the policies in it.</summary>
    public IReadOnlyList<string> Policies { get; init => field = Arrays.Of(value); } = [];

    /// <summary>How many policies are in it.</summary>
    public int PolicyCount => Policies.Count;

    /// <summary>Whether it is enabled for a swimlane; for null, or the global one, whether it is enabled globally.</summary>
    public bool IsEnabledFor(SonraiSwimlane? swimlane) =>
        swimlane is null or { IsGlobal: true } ? IsEnabled : SwimlaneSrns?.Contains(swimlane.Srn) == true;

    public override string ToString() => Title;
}
