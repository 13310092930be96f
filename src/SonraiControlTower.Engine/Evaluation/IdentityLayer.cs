namespace SonraiControlTower.Engine;

/// <summary>
/// What the caller has itself or from its groups. An account's root needs no policy; services, identity providers and anonymous requests have none
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html">identity-based policies</see>).
/// </summary>
internal sealed class IdentityLayer : IPolicyLayer
{
    public string NameFor(in AccessRequest request) => PolicyLayer.IdentityPolicy;

    public LayerAnswer Ask(in AccessRequest request, PolicySet policies)
    {
        if (request.Caller.Kind is CallerKind.Root)
        {
            return LayerAnswer.Open;
        }

        var answer = default(LayerAnswer);
        if (request.Caller.HasIdentity)
        {
            answer.Ask(policies.Identity, request);
        }

        return answer;
    }

    public IEnumerable<HeldPolicy> Policies(PolicySet policies) => policies.Identity;
}
