namespace SonraiControlTower.Engine;

/// <summary>A statement of a policy.</summary>
internal sealed class Statement
{
    /// <summary>Its place in the policy, from 0.</summary>
    public required int Index { get; init; }

    public string? Sid { get; init; }

    /// <summary>Its Sid, or its place as people count, such as <c>#2</c>.</summary>
    public string DisplayName => string.IsNullOrEmpty(Sid) ? $"#{Index + 1}" : Sid;

    public required bool IsAllow { get; init; }

    /// <summary>The patterns of Action, or of NotAction.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    public bool IsNotAction { get; init; }

    /// <summary>The patterns of Resource, or of NotResource; null where the statement has neither, as in a trust policy.</summary>
    public IReadOnlyList<string>? Resources { get; init; }

    public bool IsNotResource { get; init; }

    /// <summary>Whom it is about; null in a policy of an identity.</summary>
    public Principals? Principals { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>The Principal or NotPrincipal of a statement.</summary>
internal sealed record Principals(
    IReadOnlyList<string> Aws, IReadOnlyList<string> Services, IReadOnlyList<string> Federated, IReadOnlyList<string> CanonicalUsers, bool IsNot);

/// <summary>One operator and key of a Condition with its values, one of which must hold.</summary>
/// <param name="Operator">As it is written, such as <c>ForAnyValue:StringLikeIfExists</c>.</param>
/// <param name="Key">The key, as it is written.</param>
/// <param name="Values">The values, as they are written.</param>
internal sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values);
