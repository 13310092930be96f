namespace SonraiControlTower.Engine;

/// <summary>A layer of policies. Each answers for itself; <see cref="Evaluator"/> puts the answers together.</summary>
internal interface IPolicyLayer
{
    /// <summary>A word of <see cref="PolicyLayer"/>.</summary>
    string NameFor(in AccessRequest request);

    LayerAnswer Ask(in AccessRequest request, PolicySet policies);

    /// <summary>The policies that it asks, each with what it is called in a sentence.</summary>
    IEnumerable<HeldPolicy> Policies(PolicySet policies);
}
