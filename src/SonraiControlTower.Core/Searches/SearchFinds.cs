namespace SonraiControlTower;

/// <summary>What a saved search found of one kind of thing.</summary>
/// <param name="Card">The kind, such as <c>Identities</c>.</param>
/// <param name="Items">
/// What was found. Which members an item has is the search's own affair; a value is text, a whole or a broken number, true or false, null, a list
/// of values, or members in their turn.
/// </param>
public sealed record SearchFinds(string Card, IReadOnlyList<IReadOnlyDictionary<string, object?>> Items);
