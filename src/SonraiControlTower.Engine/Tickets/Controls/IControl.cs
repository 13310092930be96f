namespace SonraiControlTower.Engine;

/// <summary>A control policy: what it looks for, and how much it matters.</summary>
internal interface IControl
{
    /// <summary>Its title in the catalogue of frameworks.</summary>
    string Title { get; }

    /// <summary>How much what is found matters, 0 to 100; null where nothing is.</summary>
    int? Judge(Examined one);
}
