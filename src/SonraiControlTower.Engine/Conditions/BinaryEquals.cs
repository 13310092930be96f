using System.Buffers.Text;

namespace SonraiControlTower.Engine;

/// <summary>The same bytes; both sides are Base64.</summary>
internal sealed class BinaryEquals : ConditionOperator
{
    public override string Name => "BinaryEquals";

    public override Predicate<string> Matching(string value) =>
        Bytes(value) is { } wanted ? found => Bytes(found) is { } given && given.AsSpan().SequenceEqual(wanted) : _ => false;

    private static byte[]? Bytes(string text) => Base64.IsValid(text) ? Convert.FromBase64String(text) : null;
}
