namespace SonraiControlTower.Engine;

/// <summary>A policy that says nothing, in the place of one that is not known.</summary>
internal static class EmptyPolicy
{
    public static Policy Instance { get; } = Policy.Parse("""{"Version":"2012-10-17","Statement":[]}""");
}
