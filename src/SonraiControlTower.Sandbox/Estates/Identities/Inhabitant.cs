using System.Collections.ObjectModel;

namespace SonraiControlTower.Sandbox;

/// <summary>A user, group or role of the sample estate: its policies, and what it does.</summary>
/// <param name="Identity">Its kind and name.</param>
internal sealed record Inhabitant(IamIdentity Identity)
{
    public string Path { get; init; } = "/";

    /// <summary>How long ago it was made; not before its account, if that is younger.</summary>
    public int AgeDays { get; init; } = 500;

    /// <summary>Who may assume it; null for a user or group.</summary>
    public Trust? Trust { get; init; }

    /// <summary>The names of managed policies, AWS's own with their path: the account's own policy of that name goes first.</summary>
    public IReadOnlyList<string> Managed { get; init; } = [];

    public IReadOnlyList<InlinePolicy> Inline { get; init; } = [];

    /// <summary>The name of the account's own policy that bounds it; null for none.</summary>
    public string? Boundary { get; init; }

    /// <summary>The groups that a user is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>True for a role that an instance profile of the same name carries.</summary>
    public bool HasInstanceProfile { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public IReadOnlyList<Habit> Habits { get; init; } = [];

    public static Inhabitant User(string name) => new(IamIdentity.User(name));

    public static Inhabitant Group(string name) => new(IamIdentity.Group(name));

    public static Inhabitant Role(string name, Trust trust) => new(IamIdentity.Role(name)) { Trust = trust };
}

/// <summary>Who lives in one account, and the managed policies of its own.</summary>
internal sealed record Household(IReadOnlyList<NewPolicy> Policies, IReadOnlyList<Inhabitant> Inhabitants)
{
    public static Household Empty { get; } = new([], []);

    public Household With(params IEnumerable<Inhabitant> more) => this with { Inhabitants = [.. Inhabitants, .. more] };
}
