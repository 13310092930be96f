namespace SonraiControlTower.Engine;

/// <summary>Yes, no, or that nobody can tell, since what it depends on is not known.</summary>
internal enum Truth
{
    False,
    Unknown,
    True,
}

/// <summary>Kleene's logic: what is unknown spreads only where it could change the answer.</summary>
internal static class Truths
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth And(this Truth one, Truth other) => one < other ? one : other;

    public static Truth Or(this Truth one, Truth other) => one > other ? one : other;

    public static Truth Not(this Truth one) => (Truth)(Truth.True - one);
}
